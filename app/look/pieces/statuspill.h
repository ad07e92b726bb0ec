#pragma once

#include "app/look/style/tone.h"

#include <QWidget>

namespace groundswell {

/// A state in one word, with its icon, on a soft background.
class StatusPill : public QWidget {
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent = nullptr);
    StatusPill(Tone tone, const QString &text, QWidget *parent = nullptr);

    /// \a iconName empty: the tone's own icon.
    void setState(Tone tone, const QString &text, const QString &iconName = {});
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: the same pill in a cell, as large as sizeFor() says, elided where the cell is smaller.
    static void paint(QPainter &painter, const QRect &rect, const QPalette &palette, const QFont &font,
                      Tone tone, const QString &text, const QString &iconName = {});
    [[nodiscard]] static QSize sizeFor(const QFont &font, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_text;
    QString m_iconName;
};

} // namespace groundswell
