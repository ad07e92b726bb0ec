#pragma once

#include "models/rules/issue.h"

#include <QLocale>
#include <QString>

#include <functional>

namespace groundswell {

/// How a cluster is called on the screen; the API's name where the label isn't known.
using ClusterLabel = std::function<QString(const ClusterRef &)>;

/// A pre-flight issue as one or two full sentences: what is wrong and what to do. Worded for its field, so it
/// doesn't repeat which cluster it is about: issueWhere() says that.
[[nodiscard]] QString issueText(const Issue &issue, const ClusterLabel &label, const QLocale &locale);

/// The sentence of a rule with the places for its arguments ("%1"), in the interface's language; empty where
/// nobody worded it.
[[nodiscard]] QString issueSentence(const QString &ruleId);

/// Where the issue is, for lists: "Families on Sunday", "Families on Sunday, variant 2"; empty where it
/// concerns the whole setup.
[[nodiscard]] QString issueWhere(const Issue &issue, const ClusterLabel &label);

} // namespace groundswell
