#include "app/look/texts/workspacetext.h"

#include "models/wave/problem.h"

#include <QCoreApplication>

namespace groundswell {

namespace {

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(groundswell::WorkspaceText)
public:
    static WorkspaceText damaged()
    {
        return {
            tr("The file is damaged: parts of it are not as they were written. Nothing was changed in it."),
            tr("Restore a copy of it, or save what can still be read with “groundswell-cli rescue”.")};
    }
    static WorkspaceText newer()
    {
        return {tr("The file was written by a newer version of Groundswell."), tr("Update this program.")};
    }
    static WorkspaceText notAWorkspace()
    {
        return {tr("This is not a workspace of Groundswell."), tr("Choose another file.")};
    }
    static WorkspaceText empty()
    {
        return {
            tr("There is nothing in the file."),
            tr("If there should be, restore a copy of it. Otherwise remove the file, and a new workspace is "
               "made in its place.")};
    }
    static WorkspaceText locked()
    {
        return {tr("Another program is using the file."), tr("Close the other program and try again.")};
    }
    static WorkspaceText readOnly()
    {
        return {tr("The file or its folder can’t be written to."), tr("Check the permissions of both.")};
    }
    static WorkspaceText full()
    {
        return {tr("There is not enough room on the disk. Nothing was changed."),
                tr("Make room on the disk and try again.")};
    }
    static WorkspaceText networkFolder(const QString &kind)
    {
        return {tr("The file is on a network drive (%1) that doesn’t keep two programs from writing at once.")
                    .arg(kind),
                tr("Move the workspace to a folder of this computer.")};
    }
    static WorkspaceText currencyInUse()
    {
        return {tr("There are already amounts in the workspace, and they are all in its present currency."),
                tr("Choose the present currency again, or use a new workspace for another one.")};
    }
    static WorkspaceText cannotOpen()
    {
        return {tr("The file can’t be opened."), tr("Check that you may read it and write to its folder.")};
    }
};

} // namespace

std::optional<WorkspaceText> WorkspaceText::of(const Problem &problem)
{
    if (problem.messageKey == u"error.settings.currency_in_use")
        return Phrases::currencyInUse();
    const QString prefix = QStringLiteral("error.store.");
    if (!problem.messageKey.startsWith(prefix))
        return std::nullopt;
    const QStringView kind = QStringView(problem.messageKey).sliced(prefix.size());
    if (kind == u"damaged")
        return Phrases::damaged();
    if (kind == u"newer")
        return Phrases::newer();
    if (kind == u"not_a_workspace")
        return Phrases::notAWorkspace();
    if (kind == u"empty")
        return Phrases::empty();
    if (kind == u"locked")
        return Phrases::locked();
    if (kind == u"read_only")
        return Phrases::readOnly();
    if (kind == u"full")
        return Phrases::full();
    if (kind == u"network_folder")
        return Phrases::networkFolder(problem.detail);
    if (kind == u"cannot_open")
        return Phrases::cannotOpen();
    return std::nullopt;
}

} // namespace groundswell
