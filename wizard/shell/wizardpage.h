#pragma once

#include "models/draft/fieldpath.h"
#include "models/rules/progress.h"
#include "wizard/shell/wizardcontext.h"

#include <QWizardPage>

class QVBoxLayout;
class QHBoxLayout;

namespace groundswell {

class Field;
class IssueBoard;
class MessageBar;
class SetupDraft;
class TextLabel;
class PartStatus;

enum class PageId { Plan, Clusters, Creative, Targeting, Integrations, Dsa, Review };

/// What every page is given. References outlive the pages.
struct WizardParts {
    SetupDraft &draft;
    WizardContext &context;
    IssueBoard &issues;
};

/// A page as a view of the draft: its one question as title, a lead sentence, then a column of at most
/// seventy characters with white space around it, or the whole width for a list with detail. It refreshes
/// only while it is in view; coming into view it catches up.
class WizardPage : public QWizardPage {
    Q_OBJECT
public:
    enum class Width { Column, Whole };

    WizardPage(const WizardParts &parts, const QString &title, const QString &lead, Width width,
               QWidget *parent = nullptr);

    /// A sentence above the page, in sight wherever it is scrolled to, that says why nothing can be changed;
    /// empty = none.
    void setNote(const QString &why);
    /// Locked, the page can be read and scrolled, and nothing in it can be used.
    void setLocked(bool locked);
    /// Puts the focus where one starts on this page.
    void focusFirst();
    /// Puts the focus into a field of this page; false where the page has no such field.
    virtual bool focusField(const FieldPath &path) = 0;
    /// Shows the draft and the context as they are.
    virtual void refresh() = 0;
    /// Shows hints and problems at the fields.
    virtual void refreshIssues() { }

Q_SIGNALS:
    /// Leads to a field of another page.
    void fieldRequested(const groundswell::FieldPath &field);
    /// What failed is to be asked for again.
    void partRequested(groundswell::WizardContext::Part part);

protected:
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    /// To the right of the column, where there is room; it goes below it in a narrow window.
    void setSidePane(QWidget *pane);
    /// Content that is about the chosen clusters; while none is chosen, an invitation to choose some stands
    /// there.
    void setClusterContent(QWidget *content);
    void setHeading(const QString &title);
    void setLead(const QString &lead);
    /// The place for how it stands with one thing that the service is asked for; see PartStatus.
    [[nodiscard]] PartStatus *makeStatus(WizardContext::Part part, const QString &name,
                                         const QString &waiting, const QString &failed);
    /// Shows at \a field what the rules say about \a path.
    void showHint(Field *field, const FieldPath &path) const;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] static FieldPath rowPath(const char *section);

    SetupDraft &m_draft;
    WizardContext &m_context;
    IssueBoard &m_issues;

private:
    void placeSidePane();
    void refreshLock();
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_row = nullptr;
    QWidget *m_columnWidget = nullptr;
    QWidget *m_content = nullptr; ///< all but the note
    MessageBar *m_note = nullptr; ///< made when there is one
    QWidget *m_sidePane = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_lead = nullptr;
    bool m_sideBelow = false;
    bool m_locked = false;
};

} // namespace groundswell
