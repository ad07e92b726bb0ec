#include "app/desktop/eventpage/deliverypanel.h"

#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/items/statustext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

DeliveryPanel::DeliveryPanel(QWidget *parent)
    : QWidget(parent)
    , m_campaigns(new QCheckBox(tr("Pause campaigns that no longer pay off")))
    , m_ads(new QCheckBox(tr("Prefer the ads that work best")))
    , m_model(new QComboBox)
{
    setObjectName(u"deliveryPanel"_s);
    setAccessibleName(tr("Delivery and attribution"));
    nameWidget(m_campaigns, u"campaignOptimisation"_s, m_campaigns->text());
    m_campaigns->setToolTip(
        tr("The service may pause a campaign when nearly all tickets are sold or its return falls too low."));
    nameWidget(m_ads, u"adOptimisation"_s, m_ads->text());
    nameWidget(m_model, u"attributionModel"_s, tr("Results are counted by"));
    for (const auto &[model, word] : WireNames<AttributionModel>::names)
        m_model->addItem(StatusText::of(model), int(model));

    auto *heading = new TextLabel(TextRole::Section, tr("Delivery and attribution"));
    heading->setObjectName(u"deliveryHeading"_s);
    auto *caption = new QLabel(tr("Results are counted by"));
    caption->setObjectName(u"attributionModelLabel"_s);
    caption->setBuddy(m_model);

    auto *card = new Card;
    card->setObjectName(u"deliveryCard"_s);
    card->content()->setSpacing(units(this, 1));
    card->content()->addWidget(m_campaigns);
    card->content()->addWidget(m_ads);
    card->content()->addSpacing(units(this, 0.5));
    card->content()->addWidget(caption);
    card->content()->addWidget(m_model, 0, Qt::AlignLeading);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    rows->addWidget(heading);
    rows->addWidget(card);
    rows->addStretch(1);

    connect(m_campaigns, &QCheckBox::clicked, this, &DeliveryPanel::campaignOptimisationChosen);
    connect(m_ads, &QCheckBox::clicked, this, &DeliveryPanel::adOptimisationChosen);
    connect(m_model, &QComboBox::activated, this,
            [this] { Q_EMIT modelChosen(AttributionModel(m_model->currentData().toInt())); });
}

void DeliveryPanel::setEvent(const Event &event)
{
    m_campaigns->setChecked(event.campaignOptimisationStatus.is(Switch::On));
    m_ads->setChecked(event.adCampaignOptimisationStatus.is(Switch::On));
    const QString why = tr("The service doesn't offer this for the event.");
    setUsable(m_campaigns, event.campaignOptimisationStatus.isSet(), why);
    setUsable(m_ads, event.adCampaignOptimisationStatus.isSet(), why);
}

void DeliveryPanel::showModel(const OpenEnum<AttributionModel> &model)
{
    const std::optional<AttributionModel> known = model.known();
    m_model->setCurrentIndex(known ? m_model->findData(int(*known)) : -1);
}

} // namespace groundswell
