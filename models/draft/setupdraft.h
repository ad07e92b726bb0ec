#pragma once

#include "models/draft/draftstep.h"
#include "models/wave/setupprocess.h"

#include <QObject>
#include <QUndoStack>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace groundswell {

/// Where a replaced row came from; shown in the history and decides what is undoable.
enum class Origin { Loaded, Recovered, Merged, Restored };

/// The one setup process being edited: the only truth, of which widgets, journal and server are views
/// ("How it is built" in README.md). Every setter ignores a write that changes nothing, pushes a mergeable
/// undo command, counts the revision up and emits changed() once. Belongs to the GUI thread.
class SetupDraft : public QObject {
    Q_OBJECT
public:
    explicit SetupDraft(QObject *parent = nullptr);
    ~SetupDraft() override;

    [[nodiscard]] const SetupProcess &data() const { return m_data; }
    /// Grows with every change, never falls, also across undo. 0 = as loaded.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// To walk along, not to push on: every step is the draft's own (no macros), so that it can be kept on
    /// disk.
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    /// A frozen draft (published) refuses every setter.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    /// How long a pause ends a step of undo: edits of the same field that follow each other faster become
    /// one.
    [[nodiscard]] std::chrono::milliseconds mergeWindow() const { return m_mergeWindow; }
    void setMergeWindow(std::chrono::milliseconds window) { m_mergeWindow = window; }

    void setGoal(const OpenEnum<Goal> &goal);
    void setTotalBudget(const std::optional<Money> &budget);
    void setDates(const QDate &start, const QDate &end);
    /// Adds or removes a chosen cluster; removing keeps its creatives and targeting until the draft is
    /// published, so that choosing it again brings them back. A cluster without accounts takes those that all
    /// others share.
    void setClusterChosen(const ClusterRef &cluster, bool chosen);
    /// Adds all of these as one undoable edit.
    void chooseClusters(const std::vector<ClusterRef> &clusters);
    void setBudgetShare(const ClusterRef &cluster, std::optional<double> share);
    /// Replaces the cluster's creative at \a index among its own variants; index == count appends.
    void setCreative(const ClusterRef &cluster, int index, const Creative &creative,
                     const QString &member = {});
    void removeCreative(const ClusterRef &cluster, int index);
    void setTargeting(const Targeting &targeting, const QString &member = {});
    void setIntegration(const IntegrationDetails &details, const QString &member = {});
    /// Applies the function to a copy and takes the result as one undoable edit named \a text (fill-down,
    /// "use for all").
    void edit(const QString &text, DraftFields fields, const std::function<void(SetupProcess &)> &change);
    void setConversion(const QString &conversionId, const QString &customEventType,
                       const QString &leadFormId);
    void setDsa(const QString &payor, const QString &beneficiary);

    /// Takes a whole row. Loaded clears the undo stack and sets revision 0; the other origins are undoable
    /// edits.
    void replace(const SetupProcess &row, Origin origin);

    /// Where the steps of undo stand now, for underlay().
    [[nodiscard]] quint64 mark() const { return m_lastSerial; }
    /// Lays \a change under the edits since \a mark, as though the row had begun with it: no step of undo
    /// takes it back, and what was typed goes neither with it nor because of it. \a change is applied to
    /// every row that undo can lead to since the mark, and must leave alone what those edits touch.
    enum class Underlay {
        Beginning, ///< of the draft: the revision stays
        Edit, ///< to be saved like one: one revision more
    };
    void underlay(quint64 mark, Underlay kind, const std::function<void(SetupProcess &)> &change);

    /// Takes up work where an earlier run of the program left it: the row, and the steps that led to it and
    /// on from it, which can be taken back and done again. Revision 0 for a Loaded row; 1 for a Recovered
    /// one, whose edits the server hasn't got.
    void resume(const SetupProcess &row, const UndoTrail &trail, Origin origin);
    [[nodiscard]] UndoTrail undoTrail() const;
    /// DraftStep::serial of each step on the undo stack: tells cheaply what changed since an earlier look.
    [[nodiscard]] std::vector<quint64> undoSerials() const;
    [[nodiscard]] DraftStep undoStep(int index) const;
    [[nodiscard]] int undoIndex() const { return m_undo.index(); }

Q_SIGNALS:
    void changed(groundswell::DraftFields fields, quint64 revision);
    void replaced(groundswell::Origin origin);
    void readOnlyChanged(bool readOnly);

private:
    friend class DraftCommand;
    void push(const QString &text, const std::optional<FieldPath> &field, DraftFields fields,
              const SetupProcess &row);
    void apply(SetupProcess data, DraftFields fields);
    void takeSteps(const UndoTrail &trail);
    [[nodiscard]] std::optional<std::vector<SetupProcess>> rowsAlong(const UndoTrail &trail) const;
    [[nodiscard]] bool isResuming() const { return m_resuming; }
    SetupProcess m_data;
    QUndoStack m_undo;
    quint64 m_revision = 0;
    std::chrono::milliseconds m_mergeWindow{1500};
    quint64 m_lastSerial = 0;
    bool m_readOnly = false;
    bool m_resuming = false; ///< steps of an earlier run are put on the stack; the row stays
};

} // namespace groundswell
