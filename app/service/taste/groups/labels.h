#pragma once

#include "app/service/taste/features/gram.h"
#include "app/service/taste/features/metadata.h"
#include "app/service/taste/numerics/kmeans.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace groundswell::service {

/// A group's name, and how well it fits.
struct GroupLabel {
    std::string text; ///< unique among the groups
    std::string term; ///< its first term as shown; empty if the organiser says nothing about the events
    /// Share of the group's buyers that the term's events have, over its share of all buyers; 0 without a
    /// term.
    double lift = 0;
};

/// A name for each group in the organiser's own words: not the most frequent terms, but those that set its
/// events apart (genre, series, artist, composer, venue; words of the titles if there is nothing else), by
/// weighted log-odds against the other groups with a Dirichlet prior (Monroe, Colaresi and Quinn 2008). No
/// two groups have the same label. `support`: buyers per slot, by which an event weighs.
[[nodiscard]] std::vector<GroupLabel> groupLabels(const Metadata &metadata, const EventSlots &slots,
                                                  const Eigen::VectorXf &support, const Partition &partition);

/// A readable name for URLs: lower-case ASCII letters, digits and `_`; Latin letters lose their marks,
/// Cyrillic is transliterated, everything else is dropped. May be empty.
[[nodiscard]] std::string slugOf(const std::string &label);
/// A slug for each label, made unique by a number at the end; `taste` if a label gives none.
[[nodiscard]] std::vector<std::string> uniqueSlugs(const std::vector<std::string> &labels);

} // namespace groundswell::service
