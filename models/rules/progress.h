#pragma once

#include "models/rules/issue.h"
#include "models/wave/setupfields.h"

#include <array>

namespace groundswell {

inline constexpr std::array allSections{Section::Plan,      Section::Clusters,     Section::Creative,
                                        Section::Targeting, Section::Integrations, Section::Dsa};

/// The subject a field belongs to; Plan for what this version doesn't know.
[[nodiscard]] Section sectionOf(const FieldPath &path);

/// How far one subject is. Says nothing of whether it is saved.
struct SectionProgress {
    int errors = 0;
    int warnings = 0;
    bool complete = true; ///< no errors
    friend bool operator==(const SectionProgress &, const SectionProgress &) = default;
};
[[nodiscard]] SectionProgress progressOf(Section section, const Issues &issues);

} // namespace groundswell
