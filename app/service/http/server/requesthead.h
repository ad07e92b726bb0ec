#pragma once

#include "app/service/http/server/message.h"

#include <cstddef>
#include <string_view>

namespace groundswell::service {

/// Request line and headers, read strictly by RFC 9112: whatever two programs might read differently is
/// refused here, before anybody acts on it.
struct RequestHead {
    enum class Framing { None, Length, Chunked };

    Request request; ///< method, path, query and headers; empty if the head isn't one
    bool isSound = false; ///< false: answer 400 and close, since the end of the request can't be known
    Framing framing = Framing::None;
    std::size_t length = 0; ///< of Framing::Length
    bool closes = false; ///< the client wants no further request on this connection
    bool awaitsGoAhead = false; ///< `Expect: 100-continue`
};

/// Looks for the end of a head in what has come so far.
struct HeadScan {
    enum State { Incomplete, Complete, Broken } state = Incomplete; ///< Broken: a bare line feed
    std::size_t length = 0; ///< with the empty line that ends it
};
[[nodiscard]] HeadScan scanHead(std::string_view bytes);

/// \a bytes: a whole head. Apart from what the grammar forbids, these are refused: a space before a colon,
/// folded lines, control characters, an unknown version or method, more than a hundred headers;
/// `Content-Length` that isn't one number, `Transfer-Encoding` that isn't `chunked`, both of them, or chunks
/// in HTTP/1.0 (RFC 9112, 6.3); a second value of a header that may have only one; an empty `Origin`.
[[nodiscard]] RequestHead parseHead(std::string_view bytes);

/// Follows a chunked body byte by byte and knows where it ends. Strict: hexadecimal sizes of at most 8
/// digits, CRLF wherever one belongs, no extensions and no trailers (RFC 9112, 7.1, lets a recipient ignore
/// those; nobody sends them here, and readers differ in them).
class ChunkedBody {
public:
    /// How many of \a bytes belong to this body; stops behind its last one. Fewer than offered and
    /// isBroken(): badly framed.
    [[nodiscard]] std::size_t take(std::string_view bytes);
    [[nodiscard]] bool isComplete() const { return m_state == State::Complete; }
    [[nodiscard]] bool isBroken() const { return m_state == State::Broken; }

private:
    enum class State { Size, SizeEnd, Data, DataEnd, DataEndLine, LastEnd, LastEndLine, Complete, Broken };
    [[nodiscard]] State after(char c);
    State m_state = State::Size;
    std::size_t m_left = 0; ///< bytes of the current chunk
    int m_digits = 0; ///< of the current size
};

} // namespace groundswell::service
