package web

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/plain"
	"verbindend/web/wire"
)

// The look back on a session: for its facilitator over the API, for everybody else on one page without any script.

// pulseDays are when a session is meant to be looked back on, in days after its end.
var pulseDays = []int{30, 90}

func (s *Server) listPulses(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	return s.sendPulses(ctx, c, fiber.StatusOK)
}

func (s *Server) openPulse(c *fiber.Ctx) error {
	var in wire.NewPulse
	if err := read(c, &in); err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	if _, err := s.rooms.OpenPulse(ctx, c.Params("id"), in.Day); err != nil {
		return err
	}
	return s.sendPulses(ctx, c, fiber.StatusCreated)
}

func (s *Server) closePulse(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	if err := s.rooms.Known(ctx, c.Params("id")); err != nil {
		return err
	}
	if err := s.rooms.ClosePulse(ctx, c.Params("id")); err != nil {
		return err
	}
	return s.sendPulses(ctx, c, fiber.StatusOK)
}

func (s *Server) sendPulses(ctx context.Context, c *fiber.Ctx, status int) error {
	id := c.Params("id") // which the results do not name when they came from a file
	sum, err := s.rooms.Summary(ctx, id)
	if err != nil {
		return err
	}
	pulses, err := s.rooms.Pulses(ctx, id)
	if err != nil {
		return err
	}
	list := wire.PulseList{Link: s.config.PublicURL + "/pulse/" + id, Values: []string{}, Pulses: []wire.ListedPulse{}}
	if sum.Final {
		list.EndedAt = sum.EndedAt.UnixMilli()
	}
	for _, v := range sum.PulseValues() {
		list.Values = append(list.Values, v.Name)
	}
	for _, p := range pulses {
		one := wire.ListedPulse{
			Day: p.Pulse.Day, Open: p.EndedAt.IsZero(), OpenedAt: p.StartedAt.UnixMilli(), ClosesAt: p.Pulse.Closes.UnixMilli(),
			Answered: p.Summary.Counts.Joined,
		}
		if !one.Open {
			one.ClosesAt = p.EndedAt.UnixMilli()
		}
		if l, closed := p.Summary.Lookback(); closed {
			one.Answered = l.Answered
		}
		list.Pulses = append(list.Pulses, one)
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.Status(status).JSON(list)
}

// pulsePage is where people look back.
func (s *Server) pulsePage(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	v, pulse, err := s.pulseView(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	if v.State == plain.PulseAsks {
		s.greet(c)
		if v.Given, err = s.givenTo(ctx, pulse, c.Cookies(personCookie)); err != nil {
			return err
		}
		if c.Query("kept") != "" && v.Given != nil {
			v.State = plain.PulseThanks
		}
	}
	return s.sendPulse(c, v, fiber.StatusOK)
}

// answerPulse takes the form of that page.
func (s *Server) answerPulse(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	v, pulse, err := s.pulseView(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	if v.State != plain.PulseAsks {
		return s.sendPulse(c, v, fiber.StatusConflict)
	}
	v.Given = map[string]int{}
	for _, q := range v.Form.Questions {
		if n, err := strconv.Atoi(c.FormValue(q.Key)); err == nil {
			v.Given[q.Key] = n
		}
	}
	if len(v.Given) == 0 {
		v.Wrong = session.Problem{Code: session.Invalid, Reason: session.Empty}
		return s.sendPulse(c, v, fiber.StatusBadRequest)
	}
	token := c.Cookies(personCookie)
	if !identifies(token) {
		s.greet(c)
		v.Wrong = session.Problem{Code: session.Denied, Reason: session.NeedsCookie}
		return s.sendPulse(c, v, fiber.StatusForbidden)
	}
	if s.heldUp(c, s.pulseAnswers, PulseHurry) { // what they chose stands in the form they get back
		v.Wrong = *tooMuch
		return s.sendPulse(c, v, fiber.StatusTooManyRequests)
	}
	s.pulseAnswers.add(s.address(c))
	err = s.rooms.AnswerPulse(ctx, pulse.ID, s.keys.person(pulse.ID, token), session.Sheet{Numbers: v.Given})
	if err != nil {
		v.Wrong = asProblem(s.logger, err, "answer a pulse")
		return s.sendPulse(c, v, statuses[v.Wrong.Code])
	}
	return c.Redirect("/pulse/"+c.Params("id")+"?kept=1&lang="+string(s.pulseLang(c)), fiber.StatusSeeOther)
}

// pulseView tells what somebody meets who comes to look back on a session now.
func (s *Server) pulseView(ctx context.Context, id string) (v plain.Pulse, pulse live.Entry, err error) {
	v.State = plain.PulseUnknown
	if err := s.rooms.Known(ctx, id); err != nil {
		if session.AsProblem(err) != nil {
			err = nil
		}
		return v, pulse, err
	}
	e, known := s.rooms.Directory().Get(id)
	if !known || e.Pulse.Of != "" {
		return v, pulse, nil
	}
	v = plain.Pulse{State: plain.PulseRunning, Session: e.Title, Fictional: e.Fictional, HeldOn: e.StartedAt.In(time.Local)}
	if e.EndedAt.IsZero() {
		return v, pulse, nil
	}
	pulse, open, err := s.rooms.OpenPulseOf(ctx, id)
	if err != nil {
		return v, pulse, err
	}
	if open {
		sum, err := s.rooms.PulseForm(ctx, pulse.ID)
		v.State, v.Day, v.Closes, v.Form = plain.PulseAsks, pulse.Pulse.Day, pulse.Pulse.Closes.In(time.Local), sum
		return v, pulse, err
	}
	before, err := s.rooms.Directory().Pulses(ctx, id)
	v.State = plain.PulseOver
	for _, day := range pulseDays {
		opens := e.EndedAt.AddDate(0, 0, day)
		if held := len(before) > 0 && before[len(before)-1].Pulse.Day >= day; !held {
			v.State, v.Opens = plain.PulseWaits, opens.In(time.Local)
			break
		}
	}
	return v, pulse, err
}

// givenTo gives the answers that somebody gave to a pulse; nil when they gave none.
func (s *Server) givenTo(ctx context.Context, pulse live.Entry, token string) (map[string]int, error) {
	if !identifies(token) {
		return nil, nil
	}
	encoded, err := s.rooms.Me(ctx, pulse.ID, s.keys.person(pulse.ID, token))
	if err != nil {
		return nil, err
	}
	var me *session.Me
	if err := json.Unmarshal(encoded, &me); err != nil || me == nil {
		return nil, err
	}
	return me.Sheets[session.PulseActivity].Numbers, nil
}

func (s *Server) pulseLang(c *fiber.Ctx) session.Lang {
	for _, asked := range []string{c.Query("lang"), c.FormValue("lang")} {
		if lang := session.Lang(asked); lang.Valid() {
			return lang
		}
	}
	if e, known := s.rooms.Directory().Get(c.Params("id")); known {
		return e.Lang
	}
	return session.Dutch
}

func (s *Server) sendPulse(c *fiber.Ctx, v plain.Pulse, status int) error {
	if v.State == plain.PulseUnknown {
		status = fiber.StatusNotFound
	}
	lang := s.pulseLang(c)
	body, err := v.Write(s.frame(c, lang, true))
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	return s.sendPlain(c.Status(status), body, true)
}

// lookBack adds to the options of a report how its session was looked back on. A report that tells of it is dated by the last time.
func (s *Server) lookBack(ctx context.Context, id string, sum session.Summary, o *reports.Options) error {
	pulses, err := s.lookbacks(ctx, id, sum)
	if err != nil {
		return err
	}
	o.Pulses = pulses
	for _, p := range pulses {
		if at := p.EndedAt.In(time.Local); at.After(o.Made) {
			o.Made = at
		}
	}
	return nil
}

// lookbacks gives the looks back on a session that have closed.
func (s *Server) lookbacks(ctx context.Context, id string, sum session.Summary) (closed []session.Summary, err error) {
	if !sum.Final {
		return nil, nil
	}
	pulses, err := s.rooms.Pulses(ctx, id)
	for _, p := range pulses {
		if _, is := p.Summary.Lookback(); is {
			closed = append(closed, p.Summary)
		}
	}
	return closed, err
}
