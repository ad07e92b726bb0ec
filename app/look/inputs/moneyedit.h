#pragma once

#include "models/wave/money.h"

#include <QLineEdit>

#include <optional>

namespace groundswell {

/// An amount in the user's locale. What can't be read as an amount stays in the field and is reported, not
/// guessed.
class MoneyEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit MoneyEdit(QWidget *parent = nullptr);

    void setCurrency(const QString &currency);
    void showMoney(const std::optional<Money> &money);
    /// False while the field holds something that is no amount.
    [[nodiscard]] bool isReadable() const { return m_readable; }

Q_SIGNALS:
    void edited(const std::optional<groundswell::Money> &money); ///< by the user; empty field = nullopt
    void unreadable(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const QString &text);
    void write();
    QString m_currency;
    std::optional<Money> m_money;
    bool m_readable = true;
};

} // namespace groundswell
