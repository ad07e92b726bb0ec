#pragma once

#include "models/wave/json.h"
#include "models/wave/setupprocess.h"

#include <QCoreApplication>

#include <span>
#include <variant>

namespace groundswell {

/// What a field holds: how strictly the service reads it, and how its value is worded.
enum class FieldKind {
    Text,
    Id, ///< a text that the other side may also write as a number
    Ids,
    Goal,
    Amount,
    Day,
    Share, ///< 0–1
    Years,
    Words, ///< a list of some of its choices
    Language, ///< BCP 47
    Languages,
    CallToAction,
    Media, ///< the address of a picture or video
    Places,
    Entries, ///< one of the lists with an entry for each cluster
};

/// The subjects of a setup, in the order of the wizard's pages.
enum class Section { Plan, Clusters, Creative, Targeting, Integrations, Dsa };

/// A word of the contract that a field may have, and how it reads on the screen.
struct FieldChoice {
    const char *word;
    const char *text;
};

/// What a field is called, on the wire and on the screen. The texts are English; fieldtext.h and
/// undotext.h translate them.
struct FieldDescription {
    const char *id; ///< in field paths: `totalBudget`, or the member of an entry, `demographics.ageMin`
    const char *wire; ///< the JSON member
    FieldKind kind;
    const char *label; ///< with the mnemonic of its control
    const char *undoText; ///< what an edit of it is called in the Edit menu
    const char *help = nullptr; ///< a sentence below its control
    std::span<const FieldChoice> choices = {}; ///< for Words
};

/// A field of the row itself.
struct RowField : FieldDescription {
    Section section; ///< where the field is edited
};

/// A field of an entry, and where its value lies.
template <class Entry> struct EntryField : FieldDescription {
    std::variant<QString Entry::*, QStringList Entry::*, std::optional<int> Entry::*,
                 std::optional<double> Entry::*, OpenEnum<MediaType> Entry::*>
        value;
};

/// Every field of a setup, each described once. The codecs, the service's check of the form, the forms of the
/// wizard, the names of undo and the comparison of versions read these tables; merging and undo compare what
/// the codecs write, so they need nothing of their own. Limits aren't here: the ad platform's figures are
/// data (`platform-limits.json`).
class SetupFields {
    Q_DECLARE_TR_FUNCTIONS(groundswell::SetupFields)
public:
    [[nodiscard]] static std::span<const RowField> ofRow();
    [[nodiscard]] static std::span<const EntryField<ChosenCluster>> ofChosenCluster();
    [[nodiscard]] static std::span<const EntryField<Creative>> ofCreative();
    /// `geo`, which has entries of its own and is read by hand.
    [[nodiscard]] static const FieldDescription &places();
    [[nodiscard]] static std::span<const EntryField<Demographics>> ofDemographics();
    [[nodiscard]] static std::span<const EntryField<Targeting>> ofCustomAudiences();
    /// What isn't in the three above.
    [[nodiscard]] static std::span<const EntryField<Targeting>> ofTargeting();
    [[nodiscard]] static std::span<const EntryField<IntegrationDetails>> ofIntegration();

    /// By the names of a field path. Without a \a member: the field of the row, also where it is a list. Null
    /// for what isn't described.
    [[nodiscard]] static const FieldDescription *find(QStringView section, QStringView member);
};

} // namespace groundswell
