#include "models/wave/json.h"
