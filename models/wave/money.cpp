#include "models/wave/money.h"
