#pragma once

// Input widgets that are views of a draft: they show what they are given without moving the cursor of someone
// who types, tell only what the user did, and leave Ctrl+Z to the draft's own history.

#include "app/look/inputs/choicebox.h" // IWYU pragma: export
#include "app/look/inputs/dayedit.h" // IWYU pragma: export
#include "app/look/inputs/moneyedit.h" // IWYU pragma: export
#include "app/look/inputs/textinputs.h" // IWYU pragma: export
