// @ts-check
/**
 * A call with oneself: both voices pass a real pair of peer connections (codec, jitter buffer), the citizen's comes out
 * of an <audio> element as in a meeting, the specialist's arrives where the citizen would hear it.
 * @param {MediaStream} citizen
 * @param {MediaStream | null} specialist
 * @returns {Promise<{ fromCitizen: MediaStream, fromSpecialist: MediaStream | null }>}
 */
export async function connectCall(citizen, specialist) {
  const home = new RTCPeerConnection()
  const office = new RTCPeerConnection()
  home.onicecandidate = ({ candidate }) => candidate && office.addIceCandidate(candidate)
  office.onicecandidate = ({ candidate }) => candidate && home.addIceCandidate(candidate)
  const fromCitizen = remoteStream(office)
  const fromSpecialist = specialist === null ? Promise.resolve(null) : remoteStream(home)
  for (const track of citizen.getTracks()) home.addTrack(track, citizen)
  for (const track of specialist?.getTracks() ?? []) office.addTrack(track, /** @type {MediaStream} */ (specialist))

  await home.setLocalDescription()
  await office.setRemoteDescription(/** @type {RTCSessionDescription} */ (home.localDescription))
  await office.setLocalDescription()
  await home.setRemoteDescription(/** @type {RTCSessionDescription} */ (office.localDescription))
  return { fromCitizen: await fromCitizen, fromSpecialist: await fromSpecialist }
}

/** @param {RTCPeerConnection} connection @returns {Promise<MediaStream>} */
const remoteStream = connection =>
  new Promise(resolve => {
    connection.ontrack = ({ track }) => resolve(new MediaStream([track]))
  })
