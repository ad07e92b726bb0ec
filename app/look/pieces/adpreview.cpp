#include "app/look/pieces/adpreview.h"

#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/graphemes.h"
#include "models/rules/platformlimits.h"

#include <QPainter>
#include <QStringList>
#include <QStyle>
#include <QUrl>

#include <limits>

namespace groundswell {
namespace {

constexpr double kStoryRatio = 16.0 / 9.0;
// Free of text at the top and bottom of a story, where the platform lays its own controls.
constexpr double kStoryTop = 0.14;
constexpr double kStoryBottom = 0.20;

/// How many characters are shown before the platform cuts.
int shownOf(const TextLimit &limit)
{
    return limit.recommended.value_or(std::numeric_limits<int>::max());
}

struct Cut {
    QString shown;
    bool cut = false;
};

Cut cutAt(const QString &text, int count)
{
    const QString shown = graphemesLeft(text, count);
    if (shown.size() == text.size())
        return {text, false};
    return {shown.trimmed() + QStringLiteral("…"), true};
}

QString hostOf(const QString &link)
{
    QString host = QUrl(link, QUrl::TolerantMode).host();
    if (host.startsWith(QLatin1StringView("www.")))
        host.remove(0, 4);
    return host;
}

} // namespace

AdPreview::AdPreview(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("adPreview"));
    setAccessibleName(tr("Preview of the ad"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AdPreview::setContent(const AdContent &content)
{
    m_content = content;
    refreshSpoken();
    updateGeometry();
    update();
}

void AdPreview::setPlacement(Placement placement)
{
    if (m_placement == placement)
        return;
    m_placement = placement;
    refreshSpoken();
    updateGeometry();
    update();
}

void AdPreview::setSafeZonesVisible(bool visible)
{
    m_safeZones = visible;
    update();
}

QString AdPreview::buttonText() const
{
    if (m_content.cta.isEmpty() || m_content.cta == QLatin1StringView("NO_BUTTON"))
        return {};
    return callToActionText(m_content.cta, m_content.language);
}

void AdPreview::refreshSpoken()
{
    QStringList parts{m_content.body, m_content.headline, m_content.description, buttonText(),
                      hostOf(m_content.linkUrl)};
    parts.removeAll(QString());
    parts.prepend(m_placement == Placement::Feed ? tr("As a post in the feed.") : tr("As a story."));
    if (!m_content.mediaChosen)
        parts.append(tr("No picture or video chosen yet."));
    setAccessibleDescription(parts.join(QStringLiteral(" ")));
}

QSize AdPreview::sizeHint() const
{
    const int width = units(this, m_placement == Placement::Feed ? 38 : 28);
    return {width, heightForWidth(width)};
}

QSize AdPreview::minimumSizeHint() const
{
    const int width = units(this, m_placement == Placement::Feed ? 28 : 22);
    return {width, heightForWidth(width)};
}

int AdPreview::feedBodyHeight(int width) const
{
    const Cut body = cutAt(m_content.body, shownOf(platformLimits().body));
    const QString text = body.cut ? tr("%1 See more").arg(body.shown) : body.shown;
    if (text.isEmpty())
        return fontMetrics().height() * 2;
    return wrappedText(nullptr, QRect(0, 0, width - units(this, 3), 0), font(), text, layoutDirection());
}

int AdPreview::heightForWidth(int width) const
{
    if (m_placement == Placement::Story)
        return qRound(std::min(width, units(this, 28)) * kStoryRatio);
    return units(this, 7) + feedBodyHeight(width) + units(this, 1.5) + width + units(this, 9);
}

void AdPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (m_placement == Placement::Feed)
        paintFeed(painter);
    else
        paintStory(painter);
}

int AdPreview::paintHead(QPainter &painter, int top, const QColor &ink, const QColor &second) const
{
    const int pad = units(this, 1.5);
    const int side = units(this, 4);
    const QRect avatar(pad, top, side, side);
    const auto mirrored = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const auto lead =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter;
    shapes::rounded(painter, mirrored(avatar), side / 2.0, colour(palette(), Token::AccentSoft));
    painter.setFont(fontFor(TextRole::Strong, font()));
    painter.setPen(colour(palette(), Token::Accent));
    painter.drawText(mirrored(avatar), Qt::AlignCenter,
                     m_content.pageName.isEmpty() ? QStringLiteral("?")
                                                  : graphemesLeft(m_content.pageName, 1).toUpper());
    QRect line(avatar.right() + units(this, 1), top, width() - avatar.right() - units(this, 2.5), side / 2);
    painter.setPen(ink);
    const QString page = m_content.pageName.isEmpty() ? tr("Your page") : m_content.pageName;
    painter.drawText(mirrored(line), lead,
                     painter.fontMetrics().elidedText(page, Qt::ElideRight, line.width()));
    line.translate(0, side / 2);
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.setPen(second);
    painter.drawText(mirrored(line), lead, tr("Sponsored"));
    return top + side;
}

void AdPreview::paintMedia(QPainter &painter, const QRect &rect) const
{
    if (!m_content.media.isNull()) {
        // Covered, as the platform crops: the middle of the picture, no bars.
        const QSizeF whole = m_content.media.size();
        QSizeF part = QSizeF(rect.size()).scaled(whole, Qt::KeepAspectRatio);
        QRectF source(QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2),
                      part);
        painter.drawPixmap(QRectF(rect), m_content.media, source);
        return;
    }
    painter.fillRect(rect, colour(palette(), Token::Track));
    const int side = units(this, 5);
    const QRect spot(rect.center().x() - side / 2, rect.center().y() - side, side, side);
    drawIcon(painter, spot, m_content.video ? QStringLiteral("video") : QStringLiteral("image"),
             colour(palette(), Token::Muted));
    painter.setFont(font());
    painter.setPen(colour(palette(), Token::Muted));
    const QRect words(rect.left() + units(this, 2), spot.bottom() + units(this, 1),
                      rect.width() - units(this, 4), rect.bottom() - spot.bottom());
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_content.mediaChosen ? tr("The file can’t be shown here.")
                                           : tr("No picture or video yet"));
}

void AdPreview::paintFeed(QPainter &painter) const
{
    const QColor ink = colour(palette(), Token::Text);
    const QColor muted = colour(palette(), Token::Muted);
    const int pad = units(this, 1.5);
    const double radius = units(this, 0.75);
    QPainterPath clip;
    clip.addRoundedRect(QRectF(rect()), radius, radius);
    painter.setClipPath(clip);
    painter.fillRect(rect(), colour(palette(), Token::Surface));

    int y = paintHead(painter, pad, ink, muted) + units(this, 1);
    const Cut body = cutAt(m_content.body, shownOf(platformLimits().body));
    const int bodyHeight = feedBodyHeight(width());
    const QRect bodyRect(pad, y, width() - 2 * pad, bodyHeight);
    painter.setFont(font());
    if (m_content.body.isEmpty()) {
        const double bar = units(this, 1);
        shapes::rounded(painter, QRectF(pad, y + 2, width() * 0.8, bar), bar / 2,
                        colour(palette(), Token::Track));
        shapes::rounded(painter, QRectF(pad, y + 2 + 2 * bar, width() * 0.55, bar), bar / 2,
                        colour(palette(), Token::Track));
    } else {
        painter.setPen(ink);
        wrappedText(&painter, bodyRect, font(), body.cut ? tr("%1 See more").arg(body.shown) : body.shown,
                    layoutDirection());
    }
    y += bodyHeight + units(this, 1.5);
    paintMedia(painter, QRect(0, y, width(), width()));
    y += width();

    const QRect foot(0, y, width(), height() - y);
    painter.fillRect(foot, colour(palette(), Token::Canvas));
    const QString button = buttonText();
    const QFont strong = fontFor(TextRole::Strong, font());
    const int buttonWidth =
        button.isEmpty() ? 0 : QFontMetrics(strong).horizontalAdvance(button) + units(this, 2.5);
    const int room = width() - 2 * pad - (buttonWidth ? buttonWidth + units(this, 1) : 0);
    const auto line = [&](int index, TextRole role, const QColor &pen, const QString &text) {
        painter.setFont(fontFor(role, font()));
        painter.setPen(pen);
        const int height = fontMetrics().height() + 1;
        painter.drawText(QRect(pad, y + units(this, 1) + index * height, room, height),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
    };
    line(0, TextRole::Caption, muted,
         m_content.linkUrl.isEmpty() ? tr("no link yet") : hostOf(m_content.linkUrl).toUpper());
    line(1, TextRole::Strong, m_content.headline.isEmpty() ? muted : ink,
         m_content.headline.isEmpty() ? tr("Headline")
                                      : cutAt(m_content.headline, shownOf(platformLimits().headline)).shown);
    line(2, TextRole::Caption, muted,
         cutAt(m_content.description, shownOf(platformLimits().description)).shown);
    if (buttonWidth) {
        const QRect place(width() - pad - buttonWidth, foot.center().y() - units(this, 1.8), buttonWidth,
                          units(this, 3.6));
        shapes::rounded(painter, place, units(this, 0.5), colour(palette(), Token::Track));
        painter.setFont(strong);
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignCenter, button);
    }
    painter.setClipping(false);
    shapes::rounded(painter, rect(), radius, {}, colour(palette(), Token::Line));
}

void AdPreview::paintStory(QPainter &painter) const
{
    // A story is dark whatever our theme is: white on a shade over the picture.
    const QRect story(0, 0, std::min(width(), qRound(height() / kStoryRatio)), height());
    const double radius = units(this, 1.5);
    QPainterPath clip;
    clip.addRoundedRect(QRectF(story), radius, radius);
    painter.setClipPath(clip);
    paintMedia(painter, story);
    QLinearGradient shade(0, 0, 0, story.height());
    shade.setColorAt(0, QColor(0, 0, 0, 150));
    shade.setColorAt(0.25, QColor(0, 0, 0, 0));
    shade.setColorAt(0.6, QColor(0, 0, 0, 0));
    shade.setColorAt(1, QColor(0, 0, 0, 190));
    painter.fillRect(story, shade);
    if (m_safeZones) {
        QColor hatch = colour(palette(), Token::Warn);
        hatch.setAlpha(110);
        painter.fillRect(QRect(0, 0, story.width(), qRound(story.height() * kStoryTop)),
                         QBrush(hatch, Qt::BDiagPattern));
        const int top = qRound(story.height() * (1 - kStoryBottom));
        painter.fillRect(QRect(0, top, story.width(), story.height() - top), QBrush(hatch, Qt::BDiagPattern));
    }
    const QColor white(Qt::white);
    paintHead(painter, units(this, 2), white, blended(white, Qt::black, 0.85));

    const int pad = units(this, 1.5);
    const QString button = buttonText();
    int y = story.bottom() - units(this, 2);
    if (!button.isEmpty()) {
        painter.setFont(fontFor(TextRole::Strong, font()));
        const QRect place(pad * 2, y - units(this, 4), story.width() - pad * 4, units(this, 4));
        shapes::rounded(painter, place, place.height() / 2.0, white);
        painter.setPen(QColor(Qt::black));
        painter.drawText(place, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(button, Qt::ElideRight, place.width() - pad));
        y = place.top() - units(this, 1);
    }
    const QString body = cutAt(m_content.body, shownOf(platformLimits().body)).shown;
    painter.setFont(font());
    painter.setPen(white);
    const QRect room(pad, 0, story.width() - 2 * pad, y);
    painter.drawText(room, Qt::AlignBottom | Qt::AlignLeft | Qt::TextWordWrap, body);
    painter.setClipping(false);
    shapes::rounded(painter, story, radius, {}, colour(palette(), Token::Line));
}

} // namespace groundswell
