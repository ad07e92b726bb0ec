#define GROUNDSWELL_DENSE plain
#include "app/service/taste/numerics/densekernels.h"

#include "app/service/taste/numerics/dense.h"

#include <thread>

namespace groundswell::service::dense {

// densewide.cpp, where it is part of the build.
std::ptrdiff_t factoriseStepWide(float *matrix, std::ptrdiff_t size, std::ptrdiff_t done);
void solveWide(const float *factor, std::ptrdiff_t size, float *columns, std::ptrdiff_t count);
void multiplyWide(const float *matrix, std::ptrdiff_t size, const float *columns, std::ptrdiff_t count,
                  float *result);

namespace {

struct Kernels {
    std::ptrdiff_t (*factoriseStep)(float *, std::ptrdiff_t, std::ptrdiff_t) = plain::factoriseStep;
    void (*solve)(const float *, std::ptrdiff_t, float *, std::ptrdiff_t) = plain::solve;
    void (*multiply)(const float *, std::ptrdiff_t, const float *, std::ptrdiff_t, float *) = plain::multiply;
};

const Kernels &kernels()
{
    static const Kernels chosen = [] {
#ifdef GROUNDSWELL_DENSE_WIDE
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            return Kernels{factoriseStepWide, solveWide, multiplyWide};
#endif
        return Kernels();
    }();
    return chosen;
}

} // namespace

void onTwoThreads(void (*work)(void *), void *context)
{
    const std::jthread helper(work, context);
    work(context);
}

void factorise(float *matrix, std::ptrdiff_t size)
{
    for (std::ptrdiff_t done = 0; done < size;)
        done = factoriseStep(matrix, size, done);
}

std::ptrdiff_t factoriseStep(float *matrix, std::ptrdiff_t size, std::ptrdiff_t done)
{
    return kernels().factoriseStep(matrix, size, done);
}

void solve(const float *factor, std::ptrdiff_t size, float *columns, std::ptrdiff_t count)
{
    kernels().solve(factor, size, columns, count);
}

void multiply(const float *matrix, std::ptrdiff_t size, const float *columns, std::ptrdiff_t count,
              float *result)
{
    kernels().multiply(matrix, size, columns, count, result);
}

} // namespace groundswell::service::dense
