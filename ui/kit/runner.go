package kit

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"
)

// Runner does slow work beside the window and comes back to it. The zero fields are not usable: see window.New; tests
// use Inline.
type Runner struct {
	// Go starts f beside the window, Do runs f on the UI thread, After runs f on the UI thread later.
	Go    func(f func())
	Do    func(f func())
	After func(d time.Duration, f func())
	// Busy shows that something goes on, with a way to stop it: tell shows how far it has come, done takes it away.
	Busy func(title string, cancel func()) (tell func(done, total int), done func())
}

// Inline runs everything at once on the calling goroutine, for tests.
func Inline() *Runner {
	return &Runner{
		Go:    func(f func()) { f() },
		Do:    func(f func()) { f() },
		After: func(time.Duration, func()) {},
		Busy: func(string, func()) (func(int, int), func()) {
			return func(int, int) {}, func() {}
		},
	}
}

// slow is how long work may take before progress is shown.
const slow = 500 * time.Millisecond

// Turn numbers the answers that a page waits for, so that a late one is not shown over a newer.
type Turn struct {
	n   int
	end context.CancelFunc // of the work of RunNext that may still go on
}

// Next begins a new turn; the returned function tells whether it is still the current one.
func (t *Turn) Next() (current func() bool) {
	t.n++
	mine := t.n
	return func() bool { return t.n == mine }
}

// RunNext does work as Run does, in a new turn: what still goes on for the turn before is ended and its answer not shown, so
// that what nobody waits for any more takes no time from what somebody does.
func RunNext[T any](t *Turn, r *Runner, title string, work func(context.Context) (T, error), done func(T, error)) {
	if t.end != nil {
		t.end()
	}
	current := t.Next()
	turn, end := context.WithCancel(context.Background())
	t.end = end
	Run(r, title, func(ctx context.Context) (T, error) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		defer context.AfterFunc(turn, stop)()
		return work(ctx)
	}, func(v T, err error) {
		end()
		if current() {
			done(v, err)
		}
	})
}

// Run does work beside the window and gives its result to done on the UI thread. Title names what goes on in the
// progress dialog, which appears after half a second; empty: none appears.
func Run[T any](r *Runner, title string, work func(context.Context) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	over := false
	tell, hide := func(int, int) {}, func() {}
	if title != "" {
		ctx = context.WithValue(ctx, progressKey{}, func(done, total int) { r.Do(func() { tell(done, total) }) })
		r.After(slow, func() {
			if !over {
				tell, hide = r.Busy(title, cancel)
			}
		})
	}
	r.Go(func() {
		v, err := guarded(ctx, work)
		r.Do(func() {
			over = true
			hide()
			cancel()
			done(v, err)
		})
	})
}

// guarded does work and turns a fault of the program into an error, so that the window outlives it.
func guarded[T any](ctx context.Context, work func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return work(ctx)
}

type progressKey struct{}

// Progress is how work started by Run tells how far it has come; it may be called from any goroutine.
func Progress(ctx context.Context) func(done, total int) {
	if f, ok := ctx.Value(progressKey{}).(func(int, int)); ok {
		return f
	}
	return func(int, int) {}
}
