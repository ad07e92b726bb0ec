#pragma once

#include "models/rules/issue.h"
#include "models/wave/setupprocess.h"

#include <QWidget>

#include <functional>
#include <map>

namespace groundswell {

class ChoiceBox;
class Field;
class WizardContext;

/// Under which names the ads run: ad account, page, Instagram account, pixel, lead form. A view of one
/// IntegrationDetails value, for the wizard's page and for the editor of a published campaign alike. Ids that
/// the ad platform didn't list may be typed and are kept.
class IntegrationForm : public QWidget {
    Q_OBJECT
public:
    explicit IntegrationForm(WizardContext &context, QWidget *parent = nullptr);

    void showDetails(const IntegrationDetails &details);
    void setReadOnly(bool readOnly);

    struct Hint {
        QString text;
        Severity severity = Severity::Info;
    };
    void showHints(const std::function<Hint(const QString &member)> &hintFor);
    /// False where the form has no such field.
    bool focusMember(const QString &member);

Q_SIGNALS:
    /// By the user; \a member as in field paths (`adAccountId` …).
    void edited(const groundswell::IntegrationDetails &details, const QString &member);

private:
    struct Entry {
        Field *field = nullptr;
        ChoiceBox *box = nullptr;
        QString IntegrationDetails::*value = nullptr;
    };
    void addEntry(const QString &member, const QString &label, const QString &hint,
                  QString IntegrationDetails::*value);
    void refreshEntries();

    WizardContext &m_context;
    IntegrationDetails m_details;
    std::map<QString, Entry> m_entries; ///< by member
};

} // namespace groundswell
