#pragma once

#include "app/desktop/preferences/settingsform.h"

namespace groundswell {

/// What planning assumes of the advertising market: shown with every estimate that rests on it.
class MarketForm : public SettingsForm {
    Q_OBJECT
public:
    explicit MarketForm(QWidget *parent = nullptr);

private:
    [[nodiscard]] static QList<SettingLabel> labels();
};

} // namespace groundswell
