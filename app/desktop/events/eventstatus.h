#pragma once

#include "app/look/style/tone.h"
#include "models/time/clock.h"
#include "models/wave/event.h"

#include <QString>

namespace groundswell {

/// How an event stands with its campaign, in one word: what the service's several independent fields come to
/// for a marketer.
enum class EventStatus { NoSetup, Draft, Published, Paused, Closed, Past, Cancelled, Unknown };

[[nodiscard]] EventStatus eventStatusOf(const Event &event, const Clock &clock);

/// A standing as a pill shows it: icon and word first, colour third.
struct EventStatusLook {
    QString word;
    QString icon;
    Tone tone = Tone::Neutral;
};
[[nodiscard]] EventStatusLook lookOf(EventStatus standing);

} // namespace groundswell
