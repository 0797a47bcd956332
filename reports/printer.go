package reports

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"verbindend/session"
)

const (
	keptReports = 24               // a report is about 100 KB, an image less
	longestWait = 30 * time.Second // in line for a free press
	longestRest = 100 * time.Millisecond
)

// A Printer makes reports for many readers at once without taking the machine from the rooms: at most so many are being made
// at any moment, with a rest after each, equal requests that come together are made once, and the last few are kept. The zero Printer does not work.
type Printer struct {
	press   chan struct{}
	flights singleflight.Group
	render  func(session.Summary, Options) ([]byte, error)

	mu   sync.Mutex
	kept []kept // the most recently asked for last
	made int
}

type kept struct {
	key  string
	file []byte
}

// NewPrinter makes a printer that draws at most atOnce reports at once; at least one.
func NewPrinter(atOnce int) *Printer {
	if atOnce < 1 {
		atOnce = 1
	}
	return &Printer{press: make(chan struct{}, atOnce), render: toBytes}
}

func toBytes(sum session.Summary, o Options) ([]byte, error) {
	var b bytes.Buffer
	err := PDF(&b, sum, o)
	return b.Bytes(), err
}

// PDF gives the report on sum. The bytes are shared: do not change them. A report that was kept tells the time at which it was
// first made, not o.Made. The error is the context's when it ends first, context.DeadlineExceeded too when no press came free
// in half a minute, or else what PDF says.
func (p *Printer) PDF(ctx context.Context, sum session.Summary, o Options) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	mark := Fingerprint(sum)
	if mark == "" {
		return nil, fmt.Errorf("print report %s: the summary cannot be written as JSON", sum.ID)
	}
	lang := o.complete(sum).Lang
	return p.Make(ctx, "report "+mark+" "+string(lang)+" "+o.Link+" "+o.Check+" "+o.PulseMarks(), func() ([]byte, error) { return p.render(sum, o) })
}

// Make gives what render makes, once for all who ask for the same key while it is being made or kept. The bytes are shared: do not
// change them. The key has to name everything that render depends on; the errors are those of PDF.
func (p *Printer) Make(ctx context.Context, key string, render func() ([]byte, error)) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if file := p.find(key); file != nil {
		return file, nil
	}
	// One reader who leaves does not take the report from the others: the work goes on without the reader's context, and ends
	// by itself. Its result is kept, so that it was not for nothing.
	work := context.WithoutCancel(ctx)
	flight := p.flights.DoChan(key, func() (any, error) { return p.produce(work, key, render) })
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-flight:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.([]byte), nil
	}
}

func (p *Printer) produce(ctx context.Context, key string, render func() ([]byte, error)) ([]byte, error) {
	if file := p.find(key); file != nil { // made between the first look and now
		return file, nil
	}
	ctx, cancel := context.WithTimeout(ctx, longestWait)
	defer cancel()
	select {
	case p.press <- struct{}{}:
		began := time.Now()
		defer func() { p.rest(time.Since(began)) }()
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a press: %w", ctx.Err())
	}
	file, err := attempt(render)
	if err != nil {
		return nil, err
	}
	p.keep(key, file)
	return file, nil
}

// rest keeps a press free for twice as long as it has worked, though not for long, before the next file: whoever asked has theirs by
// then, and while many different ones are asked for at one moment the rooms still have most of every core.
func (p *Printer) rest(worked time.Duration) {
	time.AfterFunc(min(2*worked, longestRest), func() { <-p.press })
}

// attempt makes a file; a panic is an error like any other, so that one file that cannot be made takes nobody's server away.
func attempt(render func() ([]byte, error)) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("make file: %v", r)
		}
	}()
	return render()
}

// Made is how many files have been made so far, whoever asked for them and however often.
func (p *Printer) Made() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.made
}

func (p *Printer) find(key string) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	i := slices.IndexFunc(p.kept, func(k kept) bool { return k.key == key })
	if i < 0 {
		return nil
	}
	k := p.kept[i]
	p.kept = append(slices.Delete(p.kept, i, i+1), k)
	return k.file
}

func (p *Printer) keep(key string, file []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.made++
	p.kept = append(p.kept, kept{key, file})
	if len(p.kept) > keptReports {
		p.kept = slices.Delete(p.kept, 0, 1)
	}
}
