package reports

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
)

// slowPrinter counts renderings and how many go on at once.
func slowPrinter(max int) (p *Printer, made, most *atomic.Int32) {
	p, made, most = NewPrinter(max), new(atomic.Int32), new(atomic.Int32)
	var now atomic.Int32
	p.render = func(sum session.Summary, _ Options) ([]byte, error) {
		n := now.Add(1)
		defer now.Add(-1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		time.Sleep(time.Second) // on the bubble's clock
		made.Add(1)
		if sum.Title == "broken" {
			return nil, errors.New("no ink")
		}
		return []byte(sum.Title), nil
	}
	return p, made, most
}

func TestPrinter(t *testing.T) {
	titled := func(i int) session.Summary { return session.Summary{Title: fmt.Sprint("s", i)} }

	t.Run("no more than two reports are made at once", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, made, most := slowPrinter(2)
			var all sync.WaitGroup
			for i := range 6 {
				all.Go(func() {
					if b, err := p.PDF(t.Context(), titled(i), Options{}); err != nil || string(b) != titled(i).Title {
						t.Error(string(b), err)
					}
				})
			}
			all.Wait()
			if made.Load() != 6 || most.Load() != 2 {
				t.Error("made", made.Load(), "most at once", most.Load())
			}
		})
	})

	t.Run("a press rests after a report, which nobody waits for but the next", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, _, _ := slowPrinter(1)
			began := time.Now()
			for i, want := range []time.Duration{time.Second, 2*time.Second + longestRest} {
				if _, err := p.PDF(t.Context(), titled(i), Options{}); err != nil || time.Since(began) != want {
					t.Error(i, time.Since(began), err)
				}
			}
		})
	})

	t.Run("equal requests at the same moment make one report", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, made, _ := slowPrinter(4)
			var all sync.WaitGroup
			for range 10 {
				all.Go(func() {
					if _, err := p.PDF(t.Context(), titled(1), Options{}); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if made.Load() != 1 {
				t.Error("made", made.Load())
			}
		})
	})

	t.Run("a report that was made is kept, and one in another language is another", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, made, _ := slowPrinter(1)
			for _, lang := range []session.Lang{session.Dutch, session.English, session.Dutch, session.English} {
				if _, err := p.PDF(t.Context(), titled(1), Options{Lang: lang}); err != nil {
					t.Error(err)
				}
			}
			if made.Load() != 2 {
				t.Error("made", made.Load())
			}
		})
	})

	t.Run("only the last few are kept", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, made, _ := slowPrinter(1)
			for i := range keptReports + 3 {
				p.PDF(t.Context(), titled(i), Options{})
			}
			before := made.Load()
			p.PDF(t.Context(), titled(keptReports+2), Options{})
			if made.Load() != before {
				t.Error("the newest was forgotten")
			}
			p.PDF(t.Context(), titled(0), Options{})
			if made.Load() != before+1 || len(p.kept) != keptReports {
				t.Error("the oldest was kept", made.Load(), len(p.kept))
			}
		})
	})

	t.Run("who leaves does not take the report from who stays", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, _, _ := slowPrinter(1)
			ctx, leave := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer leave()
			var all sync.WaitGroup
			all.Go(func() {
				if _, err := p.PDF(ctx, titled(1), Options{}); !errors.Is(err, context.DeadlineExceeded) {
					t.Error("the one who leaves got", err)
				}
			})
			all.Go(func() {
				if _, err := p.PDF(t.Context(), titled(1), Options{}); err != nil {
					t.Error("the one who stays got", err)
				}
			})
			all.Wait()
		})
	})

	t.Run("an error is not kept", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, made, _ := slowPrinter(1)
			for range 2 {
				if _, err := p.PDF(t.Context(), session.Summary{Title: "broken"}, Options{}); err == nil {
					t.Error("no error")
				}
			}
			if made.Load() != 2 {
				t.Error("made", made.Load())
			}
		})
	})

	t.Run("a panic is an error, and the press is free again", func(t *testing.T) {
		p := NewPrinter(1)
		if _, err := p.Make(t.Context(), "a", func() ([]byte, error) { panic("no ink") }); err == nil || !strings.Contains(err.Error(), "no ink") {
			t.Error(err)
		}
		if file, err := p.Make(t.Context(), "b", func() ([]byte, error) { return []byte("file"), nil }); err != nil || string(file) != "file" || p.Made() != 1 {
			t.Error(string(file), err, p.Made())
		}
	})

	t.Run("500 people who ask at once get one rendering", func(t *testing.T) {
		p, sum := NewPrinter(2), full()
		var all sync.WaitGroup
		for range 500 {
			all.Go(func() {
				if file, err := p.PDF(t.Context(), sum, options(session.Dutch)); err != nil || len(file) < 10_000 {
					t.Error(len(file), err)
				}
			})
		}
		all.Wait()
		if p.Made() != 1 {
			t.Error("made", p.Made())
		}
	})

	t.Run("nobody waits in line for ever", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p, _, _ := slowPrinter(1)
			p.press <- struct{}{} // the press is taken and stays so
			start := time.Now()
			_, err := p.PDF(t.Context(), titled(1), Options{})
			if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != longestWait {
				t.Error(err, time.Since(start))
			}
		})
	})

	t.Run("the real press prints a PDF", func(t *testing.T) {
		b, err := NewPrinter(0).PDF(t.Context(), inspiration.summary(), options(session.Dutch))
		if err != nil || string(b[:5]) != "%PDF-" {
			t.Error(err)
		}
	})
}
