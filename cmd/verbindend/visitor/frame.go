package visitor

import (
	"bytes"
	"encoding/json"
	"hash/maphash"
	"sync"

	"verbindend/web/wire"
)

// A Frame is one frame as it came, read once and shared by all visitors who were sent the same bytes. It is never changed.
type Frame struct {
	wire.Frame
	Raw []byte

	once  sync.Once
	facts any

	mu    sync.Mutex
	after map[*shelf]*shelf // what becomes of a view, for views that are alike
}

// Facts gives what find makes of the frame, made once and shared by all callers.
func (f *Frame) Facts(find func(*Frame) any) any {
	f.once.Do(func() { f.facts = find(f) })
	return f.facts
}

// shelf holds the items of a view. It is never changed, so that thousands of phones share one.
type shelf struct{ items map[string]json.RawMessage }

// onTopOf gives the items of a view that took this frame.
func (f *Frame) onTopOf(before *shelf) *shelf {
	if f.Since == 0 {
		before = nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if after := f.after[before]; after != nil {
		return after
	}
	after := &shelf{}
	if before == nil {
		after.items = f.Set
	} else {
		after.items = make(map[string]json.RawMessage, len(before.items)+len(f.Set))
		for key, item := range before.items {
			after.items[key] = item
		}
		for key, item := range f.Set {
			after.items[key] = item
		}
		for _, key := range f.Drop {
			delete(after.items, key)
		}
	}
	if f.after == nil {
		f.after = map[*shelf]*shelf{}
	}
	f.after[before] = after
	return after
}

// ReadFrame reads a frame that nobody else is sent.
func ReadFrame(raw []byte) (*Frame, error) {
	f := &Frame{Raw: bytes.Clone(raw)}
	if err := json.Unmarshal(f.Raw, &f.Frame); err != nil {
		return nil, err
	}
	return f, nil
}

// frames remembers the frames that came lately, in two generations: when the young ones are many, the old ones go.
type frames struct {
	mu         sync.Mutex
	seed       maphash.Seed
	young, old map[uint64]*Frame
}

const manyFrames = 1024

// read gives the frame that bytes are.
func (fs *frames) read(raw []byte) (*Frame, error) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	if fs.young == nil {
		fs.seed, fs.young = maphash.MakeSeed(), map[uint64]*Frame{}
	}
	name := maphash.Bytes(fs.seed, raw)
	f := fs.young[name]
	if f == nil {
		f = fs.old[name]
	}
	if f == nil || !bytes.Equal(f.Raw, raw) {
		var err error
		if f, err = ReadFrame(raw); err != nil {
			return nil, err
		}
	}
	if len(fs.young) >= manyFrames {
		fs.young, fs.old = map[uint64]*Frame{}, fs.young
	}
	fs.young[name] = f
	return f, nil
}
