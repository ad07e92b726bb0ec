#pragma once

#include "app/look/style/tokens.h"

#include <QLabel>

namespace groundswell {

/// Sizes as ratios of the interface font.
enum class TextRole {
    Display, ///< 2.2, semibold: the welcome
    Title, ///< 1.6, semibold: the one question of a page
    Section, ///< 1.2, semibold
    Figure, ///< 1.9, semibold: a number to be read from afar
    Strong, ///< 1, semibold
    Body,
    Caption, ///< 0.9, muted
};

[[nodiscard]] QFont fontFor(TextRole role, const QFont &base);

/// Digits of equal width where the toolkit can ask the font for them (Qt 6.7 and newer), else the font as it
/// is.
[[nodiscard]] QFont tabular(const QFont &font);

/// Text over several lines, broken at words and inside words that are longer than a line (German has them).
/// Returns the height it takes; paints nothing where \a painter is null.
int wrappedText(QPainter *painter, const QRect &rect, const QFont &font, const QString &text,
                Qt::LayoutDirection direction);

/// Text in one of the program's sizes. Follows changes of font and palette by itself.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] TextRole role() const { return m_role; }
    /// Overrules the role's own colour.
    void setToken(Token token);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshFont();
    void refreshColour();

    TextRole m_role;
    Token m_token;
    bool m_refreshing = false;
};

/// One line that ends in "…" where the room is short; the whole text is then the tool tip.
class ElidedLabel : public TextLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString elided() const;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace groundswell
