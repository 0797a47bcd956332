// Command measure takes the figures that the project promises about load, each beside the same figure of the bare broadcaster
// (scripts/bare) or of another thing in the same run, and prints them with their targets. It starts the servers, the Redis and
// the broadcaster itself, on free ports of this machine, and ends them again. It never judges: it exits with 0 when everything
// could be measured, whatever came out, because a busy machine is no defect.
//
// What the phones do is what simulate does (cmd/verbindend/simulate): real sockets, an open loop, and a check that nothing was
// lost, doubled or told early. The phones of the broadcaster are the same phones. The processor time of servers, Redis and
// broadcaster comes from the system (/proc), so it runs on Linux only.
package main
