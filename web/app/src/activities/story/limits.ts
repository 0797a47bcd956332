/** The length of a story in characters, as in session/story.go. */
export const maxStory = 600;
