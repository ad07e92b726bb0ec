#pragma once

#include <QComboBox>

#include <vector>

namespace groundswell {

/// A choice by id from a list that may be incomplete: an id which the list doesn't know is shown as it is and
/// kept.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(bool freeText, QWidget *parent = nullptr);

    struct Entry {
        QString id;
        QString text;
        QString toolTip;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    /// \a none: the words for "nothing chosen".
    void setEntries(const std::vector<Entry> &entries, const QString &none);
    void showId(const QString &id);

Q_SIGNALS:
    void edited(const QString &id); ///< by the user
    void left();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeText();
    std::vector<Entry> m_entries;
    QString m_none;
    QString m_id;
    QString m_shownText; ///< of m_id, where texts are free: what is still there wasn't typed
};

} // namespace groundswell
