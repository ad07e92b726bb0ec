#pragma once

#include "app/look/texts/issuetext.h"
#include "models/draft/setupdraft.h"
#include "models/rules/issue.h"
#include "models/rules/progress.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace groundswell {

class WizardContext;

/// The pre-flight issues of the draft, kept up to date, and which of them may be shown yet: a field that
/// nobody has touched is not complained about until the review has been seen.
class IssueBoard : public QObject {
    Q_OBJECT
public:
    IssueBoard(SetupDraft &draft, WizardContext &context, QObject *parent = nullptr);

    [[nodiscard]] const Issues &issues() const { return m_issues; }
    /// Errors and warnings of a field that the user may see now, gravest first; empty text = none.
    struct Hint {
        QString text;
        Severity severity = Severity::Info;
    };
    [[nodiscard]] Hint hintFor(const FieldPath &path) const;
    [[nodiscard]] int errorCount() const;
    [[nodiscard]] SectionProgress progress(Section section) const { return progressOf(section, m_issues); }
    /// Of one cluster within a section, for the marks in the cluster lists.
    [[nodiscard]] SectionProgress progress(Section section, const ClusterRef &cluster) const;

    void touch(const FieldPath &path);
    void revealAll();
    [[nodiscard]] bool isRevealed() const { return m_allRevealed; }
    [[nodiscard]] ClusterLabel labels() const;
    /// Judges now, for tests and before publishing, instead of at the end of this turn of the event loop.
    void update();

Q_SIGNALS:
    void changed();

private:
    void countByCluster();
    SetupDraft &m_draft;
    WizardContext &m_context;
    Issues m_issues;
    QHash<std::pair<int, ClusterRef>, SectionProgress> m_byCluster; ///< by section and cluster
    QHash<QString, std::vector<size_t>> m_byPath;
    QSet<QString> m_touched;
    bool m_allRevealed = false;
    QTimer m_due; ///< several changes that follow each other are judged once, in the pause after them
};

} // namespace groundswell
