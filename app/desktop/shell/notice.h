#pragma once

#include "app/look/style/tone.h"

#include <QString>

#include <functional>

namespace groundswell {

/// Something to say above the pages, with what its buttons do.
struct Notice {
    struct Action {
        QString text = {}; ///< empty: no button
        std::function<void()> run = {};
        bool settles = true; ///< the matter is done with it, and the notice goes
    };

    QString key; ///< names the matter: a new notice with the same key replaces the old one
    Tone tone = Tone::Neutral;
    QString text = {};
    Action action = {};
    Action other = {};
};

} // namespace groundswell
