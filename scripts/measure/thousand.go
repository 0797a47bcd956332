package main

import (
	"context"
	"fmt"
	"time"

	"verbindend/cmd/verbindend/simulate"
)

// thousand plays one session of 1,000 on each store beside the broadcaster with the same crowd.
func thousand(ctx context.Context, b *bench) error {
	b.say("the bare broadcaster, %d phones", b.thousand)
	bare, err := b.bareCrowd(ctx, 1, b.thousand, 5, b.coalesce)
	if err != nil {
		return err
	}
	b.told(bare.perCommand, "CPU s", "bare broadcaster: per 1,000 commands", "%d phones, 5 commands each, acknowledged at p95 %.1f ms, %.0f messages a phone",
		b.thousand, bare.ack.P95, bare.messages)
	for _, on := range []store{inFile, inRedis} {
		out, err := b.play(ctx, on, 1, b.thousand)
		if err != nil {
			return err
		}
		if err := b.blindVote(out, bare, on); err != nil {
			return err
		}
		if err := b.silentWriting(ctx, out, on); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) blindVote(out simulate.Outcome, bare *bareRun, on store) error {
	vote, err := act(out, voteAct)
	if err != nil {
		return err
	}
	if on == inFile {
		b.vote = vote.Use.PerCommand
	}
	name := func(what string) string { return fmt.Sprintf("vote, %d on %s: %s", b.thousand, on, what) }
	b.atMost(0.5, ratio(vote.Use.PerCommand, bare.perCommand), "×", name("CPU of server and store"),
		"%.3f s per 1,000 votes (server %.2f, store %.2f s in all) ÷ bare %.3f s", vote.Use.PerCommand, vote.Use.ServerCPU, vote.Use.StoreCPU, bare.perCommand)
	b.atMost(2, ratio(vote.Ack.P95, bare.ack.P95), "×", name("acknowledgement p95"), "%.1f ms ÷ bare %.1f ms", vote.Ack.P95, bare.ack.P95)
	b.atMost(250, out.Visible.P99, "ms", name("seen on the screen, p99"), "from a vote to its count on the screen")
	b.atMost(250, out.HostVisible.P99, "ms", name("seen by the host, p99"), "from a vote to its count on the host's page")
	b.atMost(60, vote.Phone.Messages, "messages", name("received by a phone"), "during the vote of %v", b.window)
	b.atMost(10, vote.Phone.Bytes/1000, "kB", name("received by a phone, bytes"), "during the vote of %v", b.window)
	return nil
}

// silentWriting compares with a broadcaster that tells its phones things as often as the server did.
func (b *bench) silentWriting(ctx context.Context, out simulate.Outcome, on store) error {
	write, err := act(out, writeAct)
	if err != nil {
		return err
	}
	each := max(write.Commands/b.thousand, 1)
	frames := max(write.Phone.Messages-float64(write.Commands)/float64(b.thousand), 1)
	coalesce := time.Duration(float64(b.window) / frames)
	bare, err := b.bareCrowd(ctx, 1, b.thousand, each, coalesce)
	if err != nil {
		return err
	}
	perMessage := ratio(bare.cpu, bare.messages*float64(b.thousand)) // CPU of one message to one phone
	b.atMost(1.5, ratio(write.Use.ServerCPU+write.Use.StoreCPU, perMessage*write.Phone.Messages*float64(b.thousand)), "×",
		fmt.Sprintf("silent writing, the host reads along live, %d on %s: CPU", b.thousand, on),
		"server %.2f + store %.2f s for %.1f messages a phone ÷ bare %.2f s for %.1f", write.Use.ServerCPU, write.Use.StoreCPU, write.Phone.Messages, bare.cpu, bare.messages)
	return nil
}
