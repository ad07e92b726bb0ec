// The kernels for processors with AVX2 and FMA; only this file is compiled for them (CMakeLists.txt). Eigen's
// functions are templates, and the linker keeps one copy of each for the whole program: under another name of
// its namespace, the copies made here can't end up in code that runs on older processors.
// tests/lint/widesymbols.sh watches that nothing else leaks.
#define Eigen EigenWide // NOLINT(bugprone-macro-parentheses): a namespace
#define GROUNDSWELL_DENSE wide
#include "app/service/taste/numerics/densekernels.h"

#include "app/service/taste/numerics/dense.h"

namespace groundswell::service::dense {

std::ptrdiff_t factoriseStepWide(float *matrix, std::ptrdiff_t size, std::ptrdiff_t done)
{
    return wide::factoriseStep(matrix, size, done);
}
void solveWide(const float *factor, std::ptrdiff_t size, float *columns, std::ptrdiff_t count)
{
    wide::solve(factor, size, columns, count);
}
void multiplyWide(const float *matrix, std::ptrdiff_t size, const float *columns, std::ptrdiff_t count,
                  float *result)
{
    wide::multiply(matrix, size, columns, count, result);
}

} // namespace groundswell::service::dense
