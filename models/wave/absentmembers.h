#pragma once

#include "models/wave/campaign.h"

namespace groundswell {

/// An answer that leaves a member out says nothing about it: it was not changed. So what \a answer (a setup
/// row, or a campaign) lacks, at whatever depth, is taken from what is known: from \a known, in the codecs'
/// own shape. Entries of clusters are told apart by cluster and position, whatever shape their list has. What
/// is there is left alone, also null and an empty list.
[[nodiscard]] QJsonObject withAbsentMembers(const QJsonObject &answer, const QJsonObject &known);

/// The same for campaigns that publishing \a setup led to, in each shape of campaignsFromJson(): what a part
/// of a campaign leaves out is as \a setup has it. A part that isn't spoken of at all stays unset.
[[nodiscard]] Expected<std::vector<Campaign>> campaignsOf(const SetupProcess &setup, const QJsonValue &json,
                                                          const QString &fallbackCurrency = {});

/// Whether an object that names no event may be a setup row all the same: it has a member of one.
[[nodiscard]] bool looksLikeRow(const QJsonObject &json);

/// \a json with \a eid in it, if it is the row of this event: it names it, or names none and looks like a row
/// all the same (the documented sample leaves the event's name out).
[[nodiscard]] Expected<QJsonObject> rowOfEvent(const QJsonObject &json, const EventId &eid);

/// How much of a row is members that this version doesn't know, in bytes of JSON. A rough measure: for
/// refusing what nobody means.
[[nodiscard]] qint64 unknownBytes(const SetupProcess &row);

} // namespace groundswell
