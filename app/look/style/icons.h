#pragma once

#include "app/look/style/tokens.h"

#include <QIcon>
#include <QString>

namespace groundswell {

/// The icon `:/icons/<name>.svg`, drawn in the colour of \a token on the application's palette: sharp at
/// every scale, and it follows light and dark by itself. A name without a file gives a null icon.
[[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text);

/// The same drawn at once, for custom painting on a given palette.
void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour);

} // namespace groundswell
