#include "wizard/creative/previewpane.h"

#include "app/look/pieces/adpreview.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "wizard/shell/wizardcontext.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace groundswell {

PreviewPane::PreviewPane(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_preview(new AdPreview)
    , m_feed(new QPushButton(tr("Feed")))
    , m_story(new QPushButton(tr("Story")))
    , m_zones(new QCheckBox(tr("Show what the platform covers")))
{
    setObjectName(QStringLiteral("previewPane"));
    nameWidget(m_feed, QStringLiteral("previewFeed"), tr("Preview as a post in the feed"));
    nameWidget(m_story, QStringLiteral("previewStory"), tr("Preview as a story"));
    nameWidget(m_zones, QStringLiteral("previewZones"), tr("Show what the platform covers"));
    auto *placements = new QButtonGroup(this);
    for (QPushButton *button : {m_feed, m_story}) {
        button->setCheckable(true);
        placements->addButton(button);
    }
    m_feed->setChecked(true);
    m_zones->hide();

    auto *bar = new QHBoxLayout;
    bar->setSpacing(units(this, 0.5));
    bar->addWidget(new TextLabel(TextRole::Strong, tr("Preview")), 1);
    bar->addWidget(m_feed);
    bar->addWidget(m_story);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("previewScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(0, 0, units(this, 0.5), 0);
    innerColumn->setSpacing(units(this, 1));
    innerColumn->addWidget(m_preview);
    innerColumn->addWidget(m_zones);
    innerColumn->addStretch();
    scroll->setWidget(inner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1));
    column->addLayout(bar);
    column->addWidget(scroll, 1);

    connect(m_story, &QPushButton::toggled, this, [this](bool story) {
        m_preview->setPlacement(story ? AdPreview::Placement::Story : AdPreview::Placement::Feed);
        m_zones->setVisible(story);
    });
    connect(m_zones, &QCheckBox::toggled, m_preview, &AdPreview::setSafeZonesVisible);
    connect(&context, &WizardContext::mediaChanged, this, &PreviewPane::refresh);
    connect(&context, &WizardContext::assetsChanged, this, &PreviewPane::refresh);
}

void PreviewPane::showCreative(const Creative &creative, const QString &pageId)
{
    m_creative = creative;
    m_pageId = pageId;
    refresh();
}

void PreviewPane::refresh()
{
    AdContent content;
    if (const auto &assets = m_context.assets()) {
        const auto page = std::find_if(assets->pages.begin(), assets->pages.end(),
                                       [this](const AdAsset &asset) { return asset.id == m_pageId; });
        if (page != assets->pages.end())
            content.pageName = page->name;
    }
    content.body = m_creative.body;
    content.headline = m_creative.headline;
    content.description = m_creative.description;
    content.cta = m_creative.cta;
    content.language = m_creative.language;
    content.linkUrl = m_creative.linkUrl;
    content.media = m_context.mediaPicture(m_creative.mediaUrl);
    content.mediaChosen = !m_creative.mediaUrl.isEmpty();
    content.video = m_creative.mediaType.is(MediaType::Video);
    m_preview->setContent(content);
}

} // namespace groundswell
