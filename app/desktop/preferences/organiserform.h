#pragma once

#include "app/desktop/preferences/settingsform.h"

namespace groundswell {

/// Who the workspace belongs to.
class OrganiserForm : public SettingsForm {
    Q_OBJECT
public:
    explicit OrganiserForm(QWidget *parent = nullptr);

private:
    [[nodiscard]] static QList<SettingLabel> labels();
};

} // namespace groundswell
