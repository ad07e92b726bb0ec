#include "app/look/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace groundswell {
namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap tinted(const QString &name, const QSize &deviceSize, const QColor &colour)
{
    const QString key = QStringLiteral("groundswell/%1/%2x%3/%4")
                            .arg(name)
                            .arg(deviceSize.width())
                            .arg(deviceSize.height())
                            .arg(colour.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(pathOf(name));
    if (!renderer.isValid() || deviceSize.isEmpty())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image(deviceSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Asks the palette when it paints, so that nobody has to exchange icons when the theme changes.
class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, rect, m_name, inkFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_name, size, inkFor(mode));
    }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor inkFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return colour(palette, m_token);
    }
    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    if (!QFile::exists(pathOf(name)))
        return {};
    return QIcon(new TintedIconEngine(name, token));
}

void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour)
{
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = tinted(name, (rect.size() * ratio).toSize(), colour);
    if (pixmap.isNull())
        return;
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

} // namespace groundswell
