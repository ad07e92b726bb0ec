#include "look/theme.h"
