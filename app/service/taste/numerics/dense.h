#pragma once

#include <cstddef>

namespace groundswell::service::dense {

// The dense algebra that takes most of a run's time, with the widest vector instructions that the processor
// has: the program as a whole is built for every x86-64, whose four floats at a time would double an
// organiser's wait. Matrices are square, symmetric and column-major. On one machine the same input gives the
// same bytes, however many threads worked on it; machines with other instructions differ in the last digits.

/// Puts the lower Cholesky factor into the lower triangle of a positive definite matrix. On two threads.
void factorise(float *matrix, std::ptrdiff_t size);
/// One step of that, some hundredths of a second for the largest matrices: begin with 0, and pass on what it
/// returns until that is \a size.
[[nodiscard]] std::ptrdiff_t factoriseStep(float *matrix, std::ptrdiff_t size, std::ptrdiff_t done);
/// Solves for \a count right-hand sides, which become the solutions. \a factor: of factorise().
void solve(const float *factor, std::ptrdiff_t size, float *columns, std::ptrdiff_t count);
/// result = matrix × columns.
void multiply(const float *matrix, std::ptrdiff_t size, const float *columns, std::ptrdiff_t count,
              float *result);

/// Runs \a work here and on a helping thread, and waits for both. For the kernels, which must not know the
/// library's threads, because they are compiled for some processors only.
void onTwoThreads(void (*work)(void *), void *context);

} // namespace groundswell::service::dense
