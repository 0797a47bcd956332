// Package simulate plays whole sessions against a running server, through its public interface and with real sockets, and
// checks what comes out: every command that was acknowledged is in the results, nothing is in them twice, and nobody was
// sent anything before its time.
//
// A play is one session with its own host, screen and phones, from the start to the report. Everything the phones do comes
// from a seed. They act when their moment has come, whether or not the server has answered what came before (an open
// loop), so that a slow server cannot make itself look fast.
//
// A sentry reads every frame of every role. Cards, and words on the sheets of activities that ask, carry marks: signs that a
// person could type and that normalising takes away, so that marked texts still fall together by wording while each can be
// recognised in any bytes.
package simulate
