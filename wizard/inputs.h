#pragma once

// Input widgets that are views of a draft: they show what they are given without moving the cursor of someone
// who types, tell only what the user did, and leave Ctrl+Z to the draft's own history.

#include "wizard/choicebox.h" // IWYU pragma: export
#include "wizard/dayedit.h" // IWYU pragma: export
#include "wizard/moneyedit.h" // IWYU pragma: export
#include "wizard/textinputs.h" // IWYU pragma: export
