#include "app/service/http/routes/router.h"

#include <set>

namespace groundswell::service {

namespace {

/// Segments without the empty one that a trailing slash leaves.
std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> result;
    if (path.starts_with('/'))
        path.remove_prefix(1);
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        result.push_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return result;
}

} // namespace

struct Router::Search {
    std::string_view method;
    const std::vector<std::string> &segments;
    std::vector<std::string> values; ///< of the parameters on the way to the current node
    std::set<std::string, std::less<>> otherMethods;
};

const std::string &Call::parameter(std::string_view name) const
{
    static const std::string none;
    for (const auto &[key, value] : parameters) {
        if (key == name)
            return value;
    }
    return none;
}

Router::Router()
    : m_root(std::make_unique<Node>())
{
}

Router::~Router() = default;

void Router::add(std::string method, std::string_view pathTemplate, Handler handler, BodyKind body)
{
    Node *node = m_root.get();
    Route route{std::move(handler), body, {}};
    for (const std::string_view segment : segmentsOf(pathTemplate)) {
        std::unique_ptr<Node> *next = nullptr;
        if (segment.starts_with('{')) {
            route.names.emplace_back(segment.substr(1, segment.size() - 2));
            next = &node->parameter;
        } else {
            next = &node->literals[std::string(segment)];
        }
        if (!*next)
            *next = std::make_unique<Node>();
        node = next->get();
    }
    m_routes.push_back(method + ' ' + std::string(pathTemplate));
    node->routes[std::move(method)] = std::move(route);
}

const Router::Route *Router::find(const Node &node, std::size_t depth, Search &search)
{
    if (depth == search.segments.size()) {
        const auto route = node.routes.find(search.method);
        if (route != node.routes.end())
            return &route->second;
        for (const auto &[method, unused] : node.routes)
            search.otherMethods.insert(method);
        return nullptr;
    }
    const std::string &segment = search.segments[depth];
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
        if (const Route *route = find(*literal->second, depth + 1, search))
            return route;
    }
    if (!node.parameter || segment.empty())
        return nullptr;
    search.values.push_back(segment);
    if (const Route *route = find(*node.parameter, depth + 1, search))
        return route;
    search.values.pop_back();
    return nullptr;
}

Router::Match Router::match(std::string_view method, std::string_view rawPath) const
{
    Match result;
    std::vector<std::string> segments;
    for (const std::string_view raw : segmentsOf(rawPath)) {
        auto decoded = percentDecoded(raw);
        if (!decoded) {
            result.kind = Match::BadPath;
            return result;
        }
        segments.push_back(std::move(*decoded));
    }
    Search search{method == "HEAD" ? "GET" : method, segments, {}, {}};
    if (const Route *route = find(*m_root, 0, search)) {
        result.kind = Match::Found;
        result.handler = &route->handler;
        result.body = route->body;
        for (std::size_t i = 0; i < route->names.size(); ++i)
            result.parameters.emplace_back(route->names[i], std::move(search.values[i]));
    } else if (!search.otherMethods.empty()) {
        result.kind = Match::MethodNotAllowed;
        for (const std::string &other : search.otherMethods)
            result.allowed += (result.allowed.empty() ? "" : ", ") + other;
    }
    return result;
}

std::vector<std::string> Router::routes() const
{
    auto result = m_routes;
    std::ranges::sort(result);
    return result;
}

} // namespace groundswell::service
