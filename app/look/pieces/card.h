#pragma once

#include <QAbstractButton>
#include <QFrame>

class QVBoxLayout;

namespace groundswell {

/// A quiet surface that holds what belongs together. Its content lies in a column with the card's padding.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content = nullptr;
};

/// A card that is one of several answers to a question: an icon, a name and one explaining sentence.
/// Checkable; put into an exclusive QButtonGroup it behaves as a radio button.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceCard(const QString &iconName, const QString &title, const QString &explanation,
               QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Parts;
    [[nodiscard]] Parts layOut(int width) const;

    QString m_iconName;
    QString m_explanation;
};

} // namespace groundswell
