#pragma once

#include "app/desktop/preferences/settingeditor.h"

#include <QWidget>

class QGridLayout;

namespace groundswell {

/// A part of the organiser's settings, in two columns: a field for each of its settings, with an editor by
/// the setting's kind. An editor is called `<prefix>_<name of the setting>`.
class SettingsForm : public QWidget {
    Q_OBJECT
public:
    void setValues(const LocalSettings &settings);
    /// Takes over what was edited since setValues(); all else in \a settings stays.
    void read(LocalSettings &settings) const;

protected:
    /// A \a lead is said above the fields. The fields are in the order of \a labels.
    SettingsForm(const SettingsPart &part, const QString &prefix, const QString &lead,
                 const QList<SettingLabel> &labels, QWidget *parent);

private:
    void add(const Setting &setting, const QString &objectName, const SettingLabel &label);
    void addText(const QString &text, const QString &objectName, bool isLead);

    QGridLayout *m_grid;
    int m_cell = 0; ///< of the next field; two are in a row
    std::vector<SettingEditor> m_editors;
};

} // namespace groundswell
