#pragma once

#include "app/service/http/server/message.h"

#include <functional>
#include <map>
#include <memory>

namespace groundswell::service {

/// A request on its way through a route, with the decoded values of the template's `{names}`.
struct Call {
    const Request &request;
    std::vector<std::pair<std::string_view, std::string>> parameters;

    /// Value of a path parameter; empty for a name the template doesn't have.
    [[nodiscard]] const std::string &parameter(std::string_view name) const;
};

using Handler = std::function<Response(const Call &)>;

/// What a route expects of its request, checked before the body is read.
enum class BodyKind { None, Json, Multipart };

/// Finds the handler for a method and path. Templates are written as in the contract, with `{names}`; a
/// trailing slash makes no difference, in the template and in the request. A literal segment wins over a
/// parameter where both know the method. Filled once, then read from many threads.
class Router {
public:
    Router();
    ~Router();
    void add(std::string method, std::string_view pathTemplate, Handler handler,
             BodyKind body = BodyKind::None);

    struct Match {
        enum Kind { Found, NotFound, MethodNotAllowed, BadPath } kind = NotFound;
        const Handler *handler = nullptr;
        BodyKind body = BodyKind::None;
        std::vector<std::pair<std::string_view, std::string>> parameters;
        std::string allowed; ///< of MethodNotAllowed, for the Allow header
    };
    /// HEAD is answered by GET's handler.
    [[nodiscard]] Match match(std::string_view method, std::string_view rawPath) const;
    /// Every `METHOD template`, in order of template, for the contract test.
    [[nodiscard]] std::vector<std::string> routes() const;

private:
    struct Route {
        Handler handler;
        BodyKind body = BodyKind::None;
        std::vector<std::string> names; ///< of the parameters, in order
    };
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> parameter;
        std::map<std::string, Route, std::less<>> routes; ///< by method
    };
    struct Search;
    static const Route *find(const Node &node, std::size_t depth, Search &search);

    std::unique_ptr<Node> m_root;
    std::vector<std::string> m_routes;
};

} // namespace groundswell::service
