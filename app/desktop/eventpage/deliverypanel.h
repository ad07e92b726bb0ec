#pragma once

#include "models/wave/calls/attribution.h"
#include "models/wave/event.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace groundswell {

/// The event's switches: who optimises, and by which model results are counted.
class DeliveryPanel : public QWidget {
    Q_OBJECT
public:
    explicit DeliveryPanel(QWidget *parent = nullptr);

    void setEvent(const Event &event);
    void showModel(const OpenEnum<AttributionModel> &model);

Q_SIGNALS:
    // Only after an act of the user.
    void campaignOptimisationChosen(bool on);
    void adOptimisationChosen(bool on);
    void modelChosen(groundswell::AttributionModel model);

private:
    QCheckBox *m_campaigns = nullptr;
    QCheckBox *m_ads = nullptr;
    QComboBox *m_model = nullptr;
};

} // namespace groundswell
