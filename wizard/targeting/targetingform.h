#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/issueboard.h"

#include <QWidget>

class QButtonGroup;
class QSpinBox;

namespace groundswell {

class ChipList;
class ChoiceBox;
class Field;
class GeoPicker;
class WizardContext;

/// Whom an ad is shown to: places, ages, genders, languages and audiences. A view of the value it is given.
/// Serves the wizard and the editor of a published cluster.
class TargetingForm : public QWidget {
    Q_OBJECT
public:
    explicit TargetingForm(WizardContext &context, QWidget *parent = nullptr);

    void showTargeting(const Targeting &targeting);
    void setReadOnly(bool readOnly);
    void showHint(const QString &member, const IssueBoard::Hint &hint);
    bool focusMember(const QString &member);
    [[nodiscard]] static const QStringList &members();

Q_SIGNALS:
    void edited(const groundswell::Targeting &targeting, const QString &member);
    void left(const QString &member);
    void geoSearchRequested(const QString &query);

private:
    void makeFields();
    [[nodiscard]] QWidget *makeAges();
    [[nodiscard]] QWidget *makeGenders();
    [[nodiscard]] QWidget *makePicker(ChoiceBox *box, ChipList *chips);
    void connectFields();
    void connectPicker(ChoiceBox *box, ChipList *chips, const QString &member, QStringList &list);
    void tell(const QString &member);
    void refreshAudiences();
    void refreshChips();
    [[nodiscard]] QString audienceText(const QString &id) const;

    WizardContext &m_context;
    Targeting m_targeting;
    GeoPicker *m_geo;
    QSpinBox *m_ageMin;
    QSpinBox *m_ageMax;
    QButtonGroup *m_genders;
    ChoiceBox *m_languageBox;
    ChipList *m_languages;
    ChoiceBox *m_includeBox;
    ChipList *m_included;
    ChoiceBox *m_excludeBox;
    ChipList *m_excluded;
    ChoiceBox *m_saved;
    QHash<QString, Field *> m_fields;
};

} // namespace groundswell
