package wire

// Kinds are the kinds of message that a server sends.
var Kinds = []string{TWelcome, TFrame, TMe, TAck, TProblem, TPong, TPresence}
