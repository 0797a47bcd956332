package main

import (
	"context"
	"fmt"
)

// hall plays one session of 4,000 beside the broadcaster.
func hall(ctx context.Context, b *bench) error {
	b.say("the bare broadcaster, %d phones", b.hall)
	bare, err := b.bareCrowd(ctx, 1, b.hall, 5, b.coalesce)
	if err != nil {
		return err
	}
	out, err := b.play(ctx, inFile, 1, b.hall)
	if err != nil {
		return err
	}
	vote, err := act(out, voteAct)
	if err != nil {
		return err
	}
	name := func(what string) string { return fmt.Sprintf("hall, %d: %s", b.hall, what) }
	b.atMost(1.5, ratio(vote.Ack.P95, bare.ack.P95), "×", name("acknowledgement p95"), "%.1f ms ÷ bare %.1f ms", vote.Ack.P95, bare.ack.P95)
	b.told(ratio(vote.Use.PerCommand, bare.perCommand), "×", name("CPU per vote"), "%.3f s per 1,000 votes ÷ bare %.3f s", vote.Use.PerCommand, bare.perCommand)
	if b.vote > 0 {
		b.atMost(1, ratio(vote.Use.PerCommand, b.vote), "×", name("CPU per vote, beside a session of a quarter"),
			"%.3f s per 1,000 votes ÷ %.3f s with %d phones", vote.Use.PerCommand, b.vote, b.thousand)
	}
	return nil
}

// manyRooms plays many small sessions at once.
func manyRooms(ctx context.Context, b *bench) error {
	b.say("the bare broadcaster, %d rooms of %d", b.rooms, b.room)
	bare, err := b.bareCrowd(ctx, b.rooms, b.room, 5, b.coalesce)
	if err != nil {
		return err
	}
	out, err := b.play(ctx, inFile, b.rooms, b.room)
	if err != nil {
		return err
	}
	vote, err := act(out, voteAct)
	if err != nil {
		return err
	}
	b.atMost(1.5, ratio(vote.Ack.P95, bare.ack.P95), "×", fmt.Sprintf("%d sessions of %d: acknowledgement p95", b.rooms, b.room),
		"%.1f ms ÷ bare %.1f ms", vote.Ack.P95, bare.ack.P95)
	b.told(ratio(vote.Use.PerCommand, bare.perCommand), "×", fmt.Sprintf("%d sessions of %d: CPU per vote", b.rooms, b.room),
		"%.3f s per 1,000 votes ÷ bare %.3f s", vote.Use.PerCommand, bare.perCommand)
	return nil
}
