// Runs a command and appends "<name> <seconds> <peak MB>", divided by tabs, to a file: what both our own
// programs and their rivals are measured with. The exit code is the command's own. Usage: bench_measure FILE
// NAME COMMAND [ARGUMENTS…]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("usage: bench_measure FILE NAME COMMAND [ARGUMENTS...]\n", stderr);
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[3], argv + 3);
        std::perror(argv[3]);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        std::perror("bench_measure");
        return 1;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (code != 0)
        return code;
    std::FILE *file = std::fopen(argv[1], "a");
    if (!file) {
        std::perror(argv[1]);
        return 1;
    }
    // Linux counts in kibibytes.
    std::fprintf(file, "%s\t%.4f\t%.0f\n", argv[2], seconds, static_cast<double>(usage.ru_maxrss) / 1024.0);
    return std::fclose(file) == 0 ? 0 : 1;
}
