package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
)

// FormatVersion is the version of a batch's bytes. Every version ever released can still be read.
const FormatVersion = 1

// eventNames gives each event its name in the log. A name, once released, keeps its meaning for ever.
var eventNames = map[string]Event{
	"session_started":     SessionStarted{},
	"person_joined":       PersonJoined{},
	"group_chosen":        GroupChosen{},
	"activity_opened":     ActivityOpened{},
	"activity_closed":     ActivityClosed{},
	"timer_set":           TimerSet{},
	"card_added":          CardAdded{},
	"card_edited":         CardEdited{},
	"card_removed":        CardRemoved{},
	"card_hidden":         CardHidden{},
	"deck_shown":          DeckShown{},
	"clusters_arranged":   ClustersArranged{},
	"suggestions_refused": SuggestionsRefused{},
	"merge_doubted":       MergeDoubted{},
	"ballot_frozen":       BallotFrozen{},
	"ballot_cast":         BallotCast{},
	"paper_entered":       PaperEntered{},
	"paper_removed":       PaperRemoved{},
	"round_closed":        RoundClosed{},
	"round_cancelled":     RoundCancelled{},
	"certainty_recorded":  CertaintyRecorded{},
	"comparison_recorded": ComparisonRecorded{},
	"bridge_shown":        BridgeShown{},
	"session_ended":       SessionEnded{},
	"session_sealed":      SessionSealed{},
	"agenda_changed":      AgendaChanged{},
	"activity_noted":      ActivityNoted{},
	"form_frozen":         FormFrozen{},
	"sheet_filled":        SheetFilled{},
	"texts_shown":         TextsShown{},
	"text_hidden":         TextHidden{},
	"story_shared":        StoryShared{},
	"turn_opened":         TurnOpened{},
	"card_strengthened":   CardStrengthened{},
	"option_objected":     OptionObjected{},
	"value_proposed":      ValueProposed{},
	"proposal_withdrawn":  ProposalWithdrawn{},
	"proposal_settled":    ProposalSettled{},
	"step_written":        StepWritten{},
	"step_removed":        StepRemoved{},
	"step_hidden":         StepHidden{},
	"step_agreed":         StepAgreed{},
	"steps_shown":         StepsShown{},
	"intention_shared":    IntentionShared{},
	"intention_withdrawn": IntentionWithdrawn{},
	"intention_hidden":    IntentionHidden{},
	"intentions_shown":    IntentionsShown{},
	"tables_arranged":     TablesArranged{},
	"seat_taken":          SeatTaken{},
	"seats_assigned":      SeatsAssigned{},
	"pen_taken":           PenTaken{},
	"pen_laid":            PenLaid{},
	"draft_written":       DraftWritten{},
	"tip_given":           TipGiven{},
	"tip_settled":         TipSettled{},
	"drafts_shown":        DraftsShown{},
	"text_settled":        TextSettled{},
	"cards_let_through":   CardsLetThrough{},
	"choice_opened":       ChoiceOpened{},
	"draft_chosen":        DraftChosen{},
	"choice_closed":       ChoiceClosed{},
	"paper_card_added":    PaperCardAdded{},
	"phone_shared":        PhoneShared{},
}

// commandNames gives each command that may come over the wire its type. What the server sends itself is not in it.
var commandNames = map[string]Command{
	"choose_group":       ChooseGroup{},
	"add_card":           AddCard{},
	"edit_card":          EditCard{},
	"remove_card":        RemoveCard{},
	"cast_ballot":        CastBallot{},
	"enter_paper":        EnterPaper{},
	"remove_paper":       RemovePaper{},
	"open_activity":      OpenActivity{},
	"close_activity":     CloseActivity{},
	"extend_timer":       ExtendTimer{},
	"pause_timer":        PauseTimer{},
	"resume_timer":       ResumeTimer{},
	"hide_card":          HideCard{},
	"restore_card":       RestoreCard{},
	"show_deck":          ShowDeck{},
	"merge_clusters":     MergeClusters{},
	"move_cards":         MoveCards{},
	"split_cluster":      SplitCluster{},
	"rename_cluster":     RenameCluster{},
	"park_cluster":       ParkCluster{},
	"undo_clustering":    UndoClustering{},
	"accept_suggestions": AcceptSuggestions{},
	"refuse_suggestions": RefuseSuggestions{},
	"doubt_merge":        DoubtMerge{},
	"show_bridge":        ShowBridge{},
	"plan_activity":      PlanActivity{},
	"edit_activity":      EditActivity{},
	"move_activity":      MoveActivity{},
	"remove_activity":    RemoveActivity{},
	"note_activity":      NoteActivity{},
	"fill_sheet":         FillSheet{},
	"show_texts":         ShowTexts{},
	"hide_text":          HideText{},
	"write_step":         WriteStep{},
	"remove_step":        RemoveStep{},
	"hide_step":          HideStep{},
	"agree_step":         AgreeStep{},
	"show_steps":         ShowSteps{},
	"share_intention":    ShareIntention{},
	"withdraw_intention": WithdrawIntention{},
	"hide_intention":     HideIntention{},
	"show_intentions":    ShowIntentions{},
	"end_session":        EndSession{},
	"share_story":        ShareStory{},
	"open_turn":          OpenTurn{},
	"strengthen_card":    StrengthenCard{},
	"object_to_option":   ObjectToOption{},
	"propose_value":      ProposeValue{},
	"withdraw_proposal":  WithdrawProposal{},
	"settle_proposal":    SettleProposal{},
	"arrange_tables":     ArrangeTables{},
	"take_seat":          TakeSeat{},
	"assign_seats":       AssignSeats{},
	"take_pen":           TakePen{},
	"lay_pen":            LayPen{},
	"write_draft":        WriteDraft{},
	"give_tip":           GiveTip{},
	"settle_tip":         SettleTip{},
	"show_drafts":        ShowDrafts{},
	"settle_text":        SettleText{},
	"let_through":        LetThrough{},
	"open_choice":        OpenChoice{},
	"choose_draft":       ChooseDraft{},
	"close_choice":       CloseChoice{},
	"add_paper_card":     AddPaperCard{},
	"share_phone":        SharePhone{},
}

var eventName = names(eventNames)

var commandName = names(commandNames)

func names[T any](byName map[string]T) map[reflect.Type]string {
	byType := make(map[reflect.Type]string, len(byName))
	for name, v := range byName {
		byType[reflect.TypeOf(v)] = name
	}
	return byType
}

// CommandTypes gives the commands of the wire by type name, each with its zero value, for generators and documentation.
func CommandTypes() map[string]Command {
	all := make(map[string]Command, len(commandNames))
	for name, c := range commandNames {
		all[name] = c
	}
	return all
}

// CommandType gives a command's name on the wire; "" for those that never travel.
func CommandType(c Command) string { return commandName[reflect.TypeOf(c)] }

// ParseCommand reads a command of the wire. A type or field that does not exist, or a value of the wrong kind, is a *Problem.
func ParseCommand(kind string, data []byte) (Command, error) {
	zero, known := commandNames[kind]
	if !known {
		return nil, refuse(Invalid, "type", Unknown)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		data = []byte("{}")
	}
	v := reflect.New(reflect.TypeOf(zero))
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v.Interface()); err != nil || len(bytes.TrimSpace(data[d.InputOffset():])) > 0 {
		return nil, refuse(Invalid, "data", Malformed)
	}
	return v.Elem().Interface().(Command), nil
}

type storedBatch struct {
	Version int            `json:"v"`
	Records []storedRecord `json:"records"`
}

type storedRecord struct {
	Seq    uint64          `json:"s"`
	At     time.Time       `json:"t"`
	By     PersonID        `json:"by,omitempty"`
	Client string          `json:"c,omitempty"`
	N      uint64          `json:"n,omitempty"`
	Event  string          `json:"e"`
	Body   json.RawMessage `json:"d"`
}

// writtenBatch and writtenRecord are the same as they are written: the event goes straight into the bytes of its batch.
type writtenBatch struct {
	Version int             `json:"v"`
	Records []writtenRecord `json:"records"`
}

type writtenRecord struct {
	Seq    uint64    `json:"s"`
	At     time.Time `json:"t"`
	By     PersonID  `json:"by,omitempty"`
	Client string    `json:"c,omitempty"`
	N      uint64    `json:"n,omitempty"`
	Event  string    `json:"e"`
	Body   Event     `json:"d"`
}

// EncodeBatch writes records as the bytes of one batch.
func EncodeBatch(records []Record) ([]byte, error) {
	batch := writtenBatch{Version: FormatVersion, Records: make([]writtenRecord, len(records))}
	for i, r := range records {
		name, known := eventName[reflect.TypeOf(r.Event)]
		if !known {
			return nil, fmt.Errorf("encode record %d: %T has no name in the log", r.Seq, r.Event)
		}
		batch.Records[i] = writtenRecord{r.Seq, r.At.UTC(), r.By, r.Client, r.N, name, r.Event}
	}
	encoded, err := json.Marshal(batch)
	if err != nil {
		return nil, fmt.Errorf("encode records %d to %d: %w", records[0].Seq, records[len(records)-1].Seq, err)
	}
	return encoded, nil
}

// DecodeBatch reads what EncodeBatch wrote, in any version ever released.
func DecodeBatch(stored []byte) ([]Record, error) {
	var batch storedBatch
	if err := json.Unmarshal(stored, &batch); err != nil {
		return nil, fmt.Errorf("decode batch: %w", err)
	}
	if batch.Version != FormatVersion {
		return nil, fmt.Errorf("decode batch: version %d is not one that this program knows (up to %d)", batch.Version, FormatVersion)
	}
	records := make([]Record, len(batch.Records))
	for i, r := range batch.Records {
		zero, known := eventNames[r.Event]
		if !known {
			return nil, fmt.Errorf("decode record %d: unknown event %q", r.Seq, r.Event)
		}
		v := reflect.New(reflect.TypeOf(zero))
		if err := json.Unmarshal(r.Body, v.Interface()); err != nil {
			return nil, fmt.Errorf("decode record %d (%s): %w", r.Seq, r.Event, err)
		}
		records[i] = Record{r.Seq, r.At, r.By, r.Client, r.N, v.Elem().Interface().(Event)}
	}
	return records, nil
}
