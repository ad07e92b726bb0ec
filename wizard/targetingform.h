#pragma once

#include "models/rules/issue.h"
#include "models/wave/setupprocess.h"

#include <QWidget>

#include <functional>
#include <map>

class QComboBox;
class QSpinBox;

namespace groundswell {

class AudiencePicker;
class ChoiceBox;
class Field;
class PlacesEditor;
class WizardContext;

/// Who sees one cluster's ads: places, age, gender, languages, audiences. A view of one Targeting value, for
/// the wizard's page and for the editor of a published campaign alike.
class TargetingForm : public QWidget {
    Q_OBJECT
public:
    explicit TargetingForm(WizardContext &context, QWidget *parent = nullptr);

    void showTargeting(const Targeting &targeting);
    [[nodiscard]] const Targeting &targeting() const { return m_targeting; }
    void setReadOnly(bool readOnly);

    /// What to say at the field of a member (`geo`, `demographics.ageMin` …); empty = nothing.
    struct Hint {
        QString text;
        Severity severity = Severity::Info;
    };
    void showHints(const std::function<Hint(const QString &member)> &hintFor);
    /// False where the form has no such field.
    bool focusMember(const QString &member);

Q_SIGNALS:
    /// By the user; \a member is the path within the targeting.
    void edited(const groundswell::Targeting &targeting, const QString &member);
    void geoSearchRequested(const QString &query);

private:
    Field *addField(const QString &label, QWidget *control, const QString &objectName, const QString &member);
    void makePlaces();
    void makePeople();
    void makeAudiences();
    void refreshAudiences();

    WizardContext &m_context;
    Targeting m_targeting;
    std::map<QString, Field *> m_fields; ///< by member
    PlacesEditor *m_places = nullptr;
    QSpinBox *m_ageMin = nullptr;
    QSpinBox *m_ageMax = nullptr;
    QComboBox *m_gender = nullptr;
    AudiencePicker *m_languages = nullptr;
    AudiencePicker *m_included = nullptr;
    AudiencePicker *m_excluded = nullptr;
    ChoiceBox *m_saved = nullptr;
};

} // namespace groundswell
