#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/issueboard.h"

#include <QWidget>

#include <functional>
#include <vector>

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
    [[nodiscard]] QStringList members() const;

Q_SIGNALS:
    void edited(const groundswell::Targeting &targeting, const QString &member);
    void left(const QString &member);
    void geoSearchRequested(const QString &query);

private:
    /// A list of words or ids: a box that adds one, and a chip for each.
    struct Picker {
        ChoiceBox *box;
        ChipList *chips;
        QStringList *(*list)(Targeting &);
        std::function<QString(const QString &)> text; ///< of one of them, on its chip
        bool excluded = false;
    };

    void makeFields();
    Field *makeField(const QString &member, QWidget *control, const char *objectName);
    [[nodiscard]] QWidget *makeAges();
    [[nodiscard]] QWidget *makeGenders();
    void makePickers();
    /// \a adding names the box for screen readers. Returns it, for its choices.
    ChoiceBox *addPicker(const QString &member, const char *objectName, const QString &adding,
                         const Picker &picker);
    void connectFields();
    void connectPicker(const Picker &picker, const QString &member);
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
    std::vector<Picker> m_pickers;
    ChoiceBox *m_includeBox = nullptr;
    ChoiceBox *m_excludeBox = nullptr;
    ChoiceBox *m_saved;
    QHash<QString, Field *> m_fields;
};

} // namespace groundswell
