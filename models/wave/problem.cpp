#include "models/wave/problem.h"
