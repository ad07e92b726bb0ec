#pragma once

#include "models/wave/local/localsettings.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QWidget;

namespace groundswell {

/// What Preferences say of a setting. Its editor follows from its kind.
struct SettingLabel {
    const char *name; ///< of the setting
    QString label;
    QString hint = {};
    bool isWide = false; ///< takes the whole width of the form
    int digits = 1; ///< of a number
    QStringList choices = {}; ///< what the words of a choice mean, in their order
};

/// The editor of one setting. The widget belongs to whoever puts it into a layout, and must outlive this.
class SettingEditor {
public:
    SettingEditor(const Setting &setting, const SettingLabel &label);

    [[nodiscard]] QWidget *widget() const;
    void show(const LocalSettings &settings);
    /// Takes over what was edited since show(); what wasn't touched stays to the last digit.
    void read(LocalSettings &settings) const;

private:
    void showNumber(const LocalSettings &settings);
    void readNumber(LocalSettings &settings) const;

    const Setting *m_setting;
    // One of these is set.
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_check = nullptr;
    QDoubleSpinBox *m_number = nullptr;
    double m_shown = 0; ///< as it stood in the box after show()
    QString m_currency; ///< of an amount that is shown
};

} // namespace groundswell
