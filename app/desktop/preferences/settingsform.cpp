#include "app/desktop/preferences/settingsform.h"

#include "app/look/inputs/field.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {
constexpr int Columns = 2;
}

SettingsForm::SettingsForm(const SettingsPart &part, const QString &prefix, const QString &lead,
                           const QList<SettingLabel> &labels, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(unitMargins(this, 2, 2));
    m_grid->setHorizontalSpacing(units(this, 2));
    m_grid->setVerticalSpacing(units(this, 1.5));
    if (!lead.isEmpty())
        addText(lead, prefix + u"Lead"_s, true);
    for (const SettingLabel &label : labels) {
        const auto setting = std::ranges::find(part.settings, QLatin1StringView(label.name),
                                               [](const Setting &s) { return QLatin1StringView(s.name); });
        if (setting != part.settings.end())
            add(*setting, prefix + u'_' + QLatin1StringView(label.name), label);
    }
    m_grid->setRowStretch((m_cell + Columns - 1) / Columns, 1);
    for (int column = 0; column < Columns; ++column)
        m_grid->setColumnStretch(column, 1);
}

void SettingsForm::add(const Setting &setting, const QString &objectName, const SettingLabel &label)
{
    const SettingEditor &editor = m_editors.emplace_back(setting, label);
    QWidget *field = editor.widget();
    const bool saysItself = setting.kind == SettingKind::YesNo; // a check box has its label beside it
    if (saysItself) {
        nameWidget(field, objectName, label.label);
    } else {
        auto *labelled = new Field(label.label, field, objectName);
        labelled->setHint(label.hint);
        field = labelled;
    }
    const int span = label.isWide ? Columns : 1;
    if (m_cell % Columns != 0 && label.isWide)
        ++m_cell;
    m_grid->addWidget(field, m_cell / Columns, m_cell % Columns, 1, span);
    m_cell += span;
    if (saysItself && !label.hint.isEmpty())
        addText(label.hint, objectName + u"_note"_s, false);
}

void SettingsForm::addText(const QString &text, const QString &objectName, bool isLead)
{
    auto *line = new TextLabel(isLead ? TextRole::Body : TextRole::Caption, text);
    line->setObjectName(objectName);
    line->setWordWrap(true);
    if (isLead)
        line->setToken(Token::Muted);
    m_grid->addWidget(line, m_cell / Columns, 0, 1, Columns);
    m_cell += Columns;
}

void SettingsForm::setValues(const LocalSettings &settings)
{
    for (SettingEditor &editor : m_editors)
        editor.show(settings);
}

void SettingsForm::read(LocalSettings &settings) const
{
    for (const SettingEditor &editor : m_editors)
        editor.read(settings);
}

} // namespace groundswell
